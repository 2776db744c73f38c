import {
  CancelEmailChangeDocument,
  CheckMessageDocument,
  ClientDocument,
  ConfirmEmailChangeDocument,
  DeactivateClientDocument,
  InspectAccessChangeDocument,
  InviteClientDocument,
  MessageDocument,
  MyPendingChangesDocument,
  ReactivateClientDocument,
  RecoverUsernameDocument,
  RequestEmailChangeDocument,
  RequestLoginLinkDocument,
  SendMessageDocument,
  StopAccessChangeDocument,
  UpdateClientDocument,
  type MessageInput,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { enqueueDueDeliveries } from '../../src/features/messages/sending/enqueue-due-deliveries.ts';
import { browserByLink, loggedInBrowser, me } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { changeToken, diaryOf } from '../world/changes.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { completeStep, withAuthenticator } from '../world/second-step-acts.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const HOUR_MS = 60 * 60_000;

let addresses = 0;
const anAddress = () => `proposed-${(addresses += 1)}@client.test`;

async function aPair(traits: object = {}) {
  const coach = await aCoach(world, { email: `coach-${(addresses += 1)}@northwind.test` });
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId, ...traits });
  return { coach, client, coaching: await loggedInBrowser(world, coach) };
}

async function propose(coaching: Browser, { id }: Person, email: string) {
  return (await coaching.run(UpdateClientDocument, { id, input: { email, onDuplicateEmail: 'ASK' } }))
    .updateClient;
}

const confirm = async (browser: Browser, token: string, currentPassword: string | null = null) =>
  (await browser.run(ConfirmEmailChangeDocument, { token, currentPassword })).confirmEmailChange;
const stop = async (token: string) =>
  (await world.browser().run(StopAccessChangeDocument, { token })).stopAccessChange;
const asCoachSees = async (coaching: Browser, { id }: Person) =>
  (await coaching.run(ClientDocument, { id })).client;

const withLink = ({ id }: Person, schedule: MessageInput['schedule'] = null): MessageInput => ({
  subject: 'Your way in',
  body: 'Here: [loginLink]',
  bodyFormat: 'TEXT',
  copyToMe: false,
  recipients: { clientIds: [id], allActive: false },
  schedule,
});

const send = async (coaching: Browser, input: MessageInput) =>
  (await coaching.run(SendMessageDocument, { input })).sendMessage;

describe("a coach's edit of a registered client's address", () => {
  it('C107 is only a proposal: the coach has the token and gets nowhere with it', async () => {
    const { coach, client, coaching } = await aPair();
    const answer = await propose(coaching, client, coach.email);
    expect(answer).toMatchObject({
      __typename: 'ClientSaved',
      client: { email: client.email, pendingEmail: coach.email },
    });
    const token = await changeToken(world, coach.email, 'CONFIRM');
    const notice = await world.latest(client.email);
    expect(notice.subject).toContain('a new email address is proposed for you');
    expect(notice.text).toContain('Dana Okafor');
    expect(notice.text).toContain(coach.email);
    expect(
      (await world.browser().run(InspectAccessChangeDocument, { token })).inspectAccessChange,
    ).toMatchObject({ usable: true, askedBy: 'Dana Okafor', isAskedByCoach: true, loggedInAs: 'NOBODY' });
    expect((await coaching.run(InspectAccessChangeDocument, { token })).inspectAccessChange).toMatchObject({
      loggedInAs: 'COACH',
    });
    const { errors } = await world.browser().ask(ConfirmEmailChangeDocument, { token });
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    expect((await confirm(coaching, token)).__typename).toBe('InvalidInput');
    expect((await asCoachSees(coaching, client))?.email).toBe(client.email);
    const letter = await world.latest(coach.email);
    expect(letter.text + letter.kept.html).not.toContain(client.username);
    expect(await diaryOf(world, client)).toContain('EMAIL_CHANGE_PROPOSED');
  });

  it.each([
    ['the old address', (_: Browser, token: string) => stop(token)],
    ['the client, logged in', (phone: Browser) => phone.run(CancelEmailChangeDocument, {})],
  ])(
    'the coach is told when it was turned down by %s, and neither how nor any address',
    async (_who, turnDown) => {
      const { coach, client, coaching } = await aPair({ firstName: 'Maria', lastName: 'Keller' });
      const email = anAddress();
      await propose(coaching, client, email);
      const token = await changeToken(world, client.email, 'STOP');
      const phone = await loggedInBrowser(world, client);
      expect(await world.letters(coach.email)).toEqual([]);
      await turnDown(phone, token);
      await world.settle();
      const [letter, ...more] = await world.letters(coach.email);
      expect(letter?.subject).toBe(
        'Northwind Coaching: the address you proposed for Maria Keller was turned down',
      );
      expect(letter?.text).toContain(`/clients/${client.id}`);
      expect(letter?.prose).toMatch(/turned down: .*The one on file stays/s);
      for (const secret of [email, client.email, client.username, token])
        expect((letter?.text ?? '') + (letter?.kept.html ?? '')).not.toContain(secret);
      expect(more).toEqual([]);
    },
  );

  it('the coach hears nothing of what they withdrew, and nothing of changes that the client asked for', async () => {
    const { coach, client, coaching } = await aPair();
    await propose(coaching, client, anAddress());
    await propose(coaching, client, client.email);
    const phone = await loggedInBrowser(world, client);
    await phone.run(RequestEmailChangeDocument, { email: anAddress() });
    await phone.run(CancelEmailChangeDocument, {});
    await world.settle();
    expect(await diaryOf(world, client)).toContain('EMAIL_CHANGE_STOPPED');
    expect(await world.letters(coach.email)).toEqual([]);
  });

  it('J6 counts once the client confirms it, logged in by password; then links go to the new address', async () => {
    const { client, coaching } = await aPair();
    const email = anAddress();
    await propose(coaching, client, email);
    const phone = await loggedInBrowser(world, client);
    expect((await phone.run(MyPendingChangesDocument, {})).me).toMatchObject({
      pendingEmail: email,
      isPendingEmailFromCoach: true,
    });
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    expect((await world.latest(client.email)).links()).toHaveLength(1);
    expect(await confirm(phone, await changeToken(world, email, 'CONFIRM'))).toMatchObject({ me: { email } });
    expect((await world.latest(client.email)).subject).toContain('your email address was changed');
    expect(await asCoachSees(coaching, client)).toMatchObject({ email, pendingEmail: null });
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    expect((await world.latest(email)).links()).toHaveLength(1);
  });

  it('J7 in the browser that a client left open, a coach with the link in hand gets no further than the password', async () => {
    const { coach, client, coaching } = await aPair();
    const open = await loggedInBrowser(world, client);
    world.clock.advance(15 * 60_000);
    const mine = anAddress();
    await propose(coaching, client, mine);
    const token = await changeToken(world, mine, 'CONFIRM');
    expect(await confirm(open, token)).toMatchObject({
      __typename: 'CurrentPasswordWrong',
      message: 'Type your current password, or have a login link mailed to you.',
    });
    expect((await confirm(open, token, coach.username)).__typename).toBe('CurrentPasswordWrong');
    expect((await confirm(open, token, 'x'.repeat(5_000))).__typename).toBe('InvalidInput');
    expect((await me(open))?.email).toBe(client.email);
    await world.browser().run(RecoverUsernameDocument, { email: mine });
    expect((await world.latest(mine)).text).not.toContain(client.username);
    expect(await confirm(open, token, client.password)).toMatchObject({ me: { email: mine } });
    // A second click asks nobody for anything.
    expect(await confirm(open, token)).toMatchObject({ me: { email: mine } });
  });

  it('J7 is confirmed without a password after a login by link, so that nobody is shut out who has none', async () => {
    const { client, coaching } = await aPair({ password: null });
    const open = await browserByLink(world, client);
    world.clock.advance(15 * 60_000);
    const email = anAddress();
    await propose(coaching, client, email);
    const token = await changeToken(world, email, 'CONFIRM');
    expect((await confirm(open, token)).__typename).toBe('CurrentPasswordWrong');
    expect(await confirm(await browserByLink(world, client), token)).toMatchObject({ me: { email } });
  });

  it('J7 asks a client with a second step for it, unless it was passed a few minutes ago', async () => {
    const { client, coaching } = await aPair();
    const app = await withAuthenticator(world, client);
    world.clock.advance(5 * 60_000);
    const email = anAddress();
    await propose(coaching, client, email);
    const token = await changeToken(world, email, 'CONFIRM');
    const asked = await confirm(app.browser, token);
    if (asked.__typename !== 'SecondStepNeeded') throw new Error(asked.__typename);
    expect((await me(app.browser))?.email).toBe(client.email);
    await completeStep(app.browser, asked.challenge, app.code());
    expect(await confirm(app.browser, token)).toMatchObject({ me: { email } });
  });

  it('C108 refuses [loginLink] while it waits, holds what was scheduled before, and the old address can stop it', async () => {
    const { client, coaching } = await aPair();
    const at = new Date(world.clock.now().getTime() + HOUR_MS).toISOString().slice(0, 16);
    const scheduled = await send(coaching, withLink(client, { localTime: at, timeZone: 'UTC' }));
    if (scheduled.__typename !== 'MessageAccepted') throw new Error(scheduled.__typename);
    const email = anAddress();
    await propose(coaching, client, email);
    expect(await send(coaching, withLink(client))).toMatchObject({
      __typename: 'MessageRejected',
      problems: [{ severity: 'ERROR', kind: 'EMAIL_CHANGE_PENDING', clients: [{ id: client.id }] }],
    });
    const plain = { ...withLink(client), body: 'No link here.' };
    const { checkMessage } = await coaching.run(CheckMessageDocument, { input: plain, previews: 1 });
    expect(checkMessage).toMatchObject({ ok: true });
    world.clock.advance(HOUR_MS);
    await enqueueDueDeliveries(world.app.open());
    await world.settle();
    const { message } = await coaching.run(MessageDocument, {
      id: scheduled.acceptedMessage.id,
      deliveries: 1,
    });
    expect(message?.deliveries.nodes).toMatchObject([
      {
        state: 'HELD',
        loginLink: 'NONE',
        reason: expect.stringContaining('waits for their confirmation') as string,
      },
    ]);
    expect((await world.letters(email)).flatMap((letter) => letter.links())).toEqual([]);
    expect((await stop(await changeToken(world, client.email, 'STOP'))).__typename).toBe(
      'AccessChangeStopped',
    );
    expect((await asCoachSees(coaching, client))?.pendingEmail).toBeNull();
    const phone = await loggedInBrowser(world, client);
    expect((await confirm(phone, await changeToken(world, email, 'CONFIRM'))).__typename).toBe(
      'InvalidInput',
    );
    expect((await send(coaching, withLink(client))).__typename).toBe('MessageAccepted');
  });

  it('C110 of a client who came in once by link and has no password is a proposal too', async () => {
    const { client, coaching } = await aPair({ password: null });
    await browserByLink(world, client);
    expect(await propose(coaching, client, anAddress())).toMatchObject({ client: { email: client.email } });
  });

  it("leaves the client's own change alone, and the other way round; confirming one ends the other", async () => {
    const { client, coaching } = await aPair();
    const phone = await loggedInBrowser(world, client);
    const [own, proposed] = [anAddress(), anAddress()];
    await phone.run(RequestEmailChangeDocument, { email: own });
    await propose(coaching, client, proposed);
    expect((await phone.run(MyPendingChangesDocument, {})).me?.pendingEmail).toBe(own);
    expect((await asCoachSees(coaching, client))?.pendingEmail).toBe(proposed);
    expect(await confirm(phone, await changeToken(world, own, 'CONFIRM'))).toMatchObject({
      me: { email: own },
    });
    expect(await confirm(phone, await changeToken(world, proposed, 'CONFIRM'))).toMatchObject({
      message: expect.stringContaining('newer change') as string,
    });
  });

  it('is withdrawn by setting the address on file, and gives way to a newer proposal', async () => {
    const { client, coaching } = await aPair();
    const [first, second] = [anAddress(), anAddress()];
    await propose(coaching, client, first);
    // Of a proposal that has ended no letter goes.
    await world.settle();
    expect(await propose(coaching, client, second)).toMatchObject({ client: { pendingEmail: second } });
    await world.settle();
    expect(await propose(coaching, client, client.email)).toMatchObject({ client: { pendingEmail: null } });
    const phone = await loggedInBrowser(world, client);
    for (const email of [first, second])
      expect((await confirm(phone, await changeToken(world, email, 'CONFIRM'))).__typename).toBe(
        'InvalidInput',
      );
    expect((await me(phone))?.email).toBe(client.email);
  });

  it("another coach's client does not exist", async () => {
    const { client } = await aPair();
    const { coaching: other } = await aPair();
    expect((await propose(other, client, anAddress())).__typename).toBe('InvalidInput');
    expect(await world.letters(client.email)).toEqual([]);
  });

  it('J7 with an address of their own, no way leads a coach in, and the client is told', async () => {
    const { coach, client, coaching } = await aPair();
    const mine = ['+m@', '.maria@'].map((part) => coach.email.replace('@', part));
    for (const email of [coach.email, ...mine, 'cоach@northwind.test']) {
      await propose(coaching, client, email);
      await world.settle();
      const attempts = world.browser();
      await attempts.run(RecoverUsernameDocument, { email });
      await coaching.run(InviteClientDocument, { id: client.id });
      expect((await send(coaching, withLink(client))).__typename).toBe('MessageRejected');
      await coaching.run(DeactivateClientDocument, { id: client.id, mayLogIn: true });
      await coaching.run(ReactivateClientDocument, { id: client.id });
      await send(coaching, { ...withLink(client), copyToMe: true });
      await world.settle();
      const token = await changeToken(world, email, 'CONFIRM');
      expect((await confirm(coaching, token)).__typename).toBe('InvalidInput');
      expect((await stop(token)).__typename).toBe('LoginLinkUnusable');
      for (const letter of await world.letters(email)) {
        expect(letter.links()).toEqual([]);
        expect(letter.text + letter.kept.html).not.toContain(client.username);
        expect(letter.text).not.toMatch(/\/(welcome|stop)#/);
      }
    }
    const told = (await world.letters(client.email)).filter(({ subject }) => subject.includes('proposed'));
    expect(told).toHaveLength(4);
    expect(await asCoachSees(coaching, client)).toMatchObject({ email: client.email, pendingEmail: null });
  });
});
