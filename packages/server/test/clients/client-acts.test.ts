import {
  CancelScheduledMessageDocument,
  ClientDocument,
  ClientsDocument,
  DeactivateClientsDocument,
  DeleteClientDocument,
  InviteClientsDocument,
  SendLoginLinkDocument,
  SetClientAccessDocument,
  UndoInvitesDocument,
  type ClientAccess,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { enqueueDueInvites } from '../../src/features/clients/roster/invite-clients.ts';
import { diaryOf, loggedInBrowser, logIn, me, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, aCoach } from '../world/people.ts';
import { deliverNow } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

async function aDesk() {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId };
  return {
    coach,
    own,
    browser: await loggedInBrowser(world, coach),
    app: { 'latchstring-account': coach.id },
  };
}

async function setAccess(browser: Browser, id: string, access: ClientAccess) {
  return (await browser.run(SetClientAccessDocument, { id, access })).setClientAccess;
}

describe('the access of a client', () => {
  const all: ClientAccess[] = ['ACTIVE', 'READ_ONLY', 'NONE'];
  it.each(all.flatMap((from) => all.map((to) => [from, to] as const)))(
    'P122 goes from %s to %s: what it ends has ended, and what it opens is open',
    async (from, to) => {
      const { browser, own } = await aDesk();
      const client = await aClient(world, own);
      await setAccess(browser, client.id, from);
      const theirs = world.browser();
      await logIn(theirs, client.username, client.password);
      expect(await setAccess(browser, client.id, to)).toMatchObject({ client: { access: to } });
      const entry = { ACTIVE: 'FULL', READ_ONLY: 'READ_ONLY', NONE: undefined };
      // No session comes back, and none outlives the door.
      expect((await me(theirs))?.access).toBe(from === 'NONE' ? undefined : entry[to]);
      const fresh = world.browser();
      await logIn(fresh, client.username, client.password);
      expect((await me(fresh))?.access).toBe(entry[to]);
    },
  );

  it('tells the client of each change, and of what is so already nothing', async () => {
    const { browser, own } = await aDesk();
    const client = await aClient(world, own);
    for (const access of ['ACTIVE', 'NONE', 'NONE', 'READ_ONLY', 'ACTIVE', 'ACTIVE'] as const)
      await setAccess(browser, client.id, access);
    const diary = await diaryOf(world, await loggedInBrowser(world, client));
    expect(diary.map(({ kind }) => kind)).toEqual(['LOGGED_IN', 'REACTIVATED', 'DEACTIVATED', 'DEACTIVATED']);
  });

  it('a deletion that waits goes on waiting, unless they may do everything again', async () => {
    const { browser, own } = await aDesk();
    const client = await aClient(world, own);
    await browser.run(DeleteClientDocument, { id: client.id });
    const deleteAt = async () => (await browser.run(ClientDocument, { id: client.id })).client?.deleteAt;
    expect(await deleteAt()).toEqual(expect.any(String));
    await setAccess(browser, client.id, 'NONE');
    expect(await deleteAt()).toEqual(expect.any(String));
    await setAccess(browser, client.id, 'ACTIVE');
    expect(await deleteAt()).toBeNull();
  });

  it('C113 many are deactivated together, or nobody where one is not the coach’s', async () => {
    const { browser, own } = await aDesk();
    const ids = [(await aClient(world, own)).id, (await aClient(world, own)).id];
    const stranger = await aClient(world);
    const close = async (named: string[]) =>
      (await browser.run(DeactivateClientsDocument, { ids: named, mayLogIn: false })).deactivateClients;
    for (const named of [
      [...ids, stranger.id],
      [],
      ['x'],
      Array.from({ length: 201 }, () => crypto.randomUUID()),
    ])
      expect(await close(named)).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'ids' }] });
    expect(
      (await browser.run(ClientsDocument, { first: 9, orderBy: 'NAME', show: 'DEACTIVATED' })).clients.nodes,
    ).toEqual([]);
    expect(await close(ids)).toMatchObject({
      clients: ids.map((id) => ({ id, access: 'NONE', state: 'DEACTIVATED' })),
      unchanged: [],
    });
  });
});

describe('inviting many', () => {
  async function aWave() {
    const desk = await aDesk();
    const unregistered = { ...desk.own, registered: false, password: null };
    const [one, two] = [await aClient(world, unregistered), await aClient(world, unregistered)];
    const known = await aClient(world, desk.own);
    const invite = async (ids: string[], headers = {}, idempotencyKey: string | null = null) => {
      const { data } = await desk.browser.ask(InviteClientsDocument, { ids, idempotencyKey }, headers);
      return data?.inviteClients;
    };
    const later = async () => {
      world.clock.advance(10_000);
      await enqueueDueInvites(world.app.open());
      return [...(await world.letters(one.email)), ...(await world.letters(two.email))];
    };
    return { ...desk, one, two, known, ids: [one.id, two.id, known.id], invite, later };
  }

  it('mails each who has never logged in, and says why the others got none', async () => {
    const { ids, one, two, known, invite, later } = await aWave();
    expect(await invite(ids)).toMatchObject({
      clients: [{ id: one.id }, { id: two.id }],
      unchanged: [
        { client: { id: known.id }, message: expect.stringContaining('logged in already') as string },
      ],
      undoableUntil: null,
    });
    expect(await later()).toHaveLength(2);
    expect(await world.letters(known.email)).toEqual([]);
  });

  it('from the app waits ten seconds, in which each can be taken back', async () => {
    const { app, browser, ids, one, two, invite, later } = await aWave();
    const asked = await invite(ids, app);
    expect(asked).toMatchObject({
      undoableUntil: new Date(world.clock.now().getTime() + 10_000).toISOString(),
    });
    world.clock.advance(9_000);
    await enqueueDueInvites(world.app.open());
    expect(await world.letters(one.email)).toEqual([]);
    const undo = async () => (await browser.run(UndoInvitesDocument, { ids: [one.id, two.id] })).undoInvites;
    await browser.run(UndoInvitesDocument, { ids: [two.id] });
    expect(await later()).toHaveLength(1);
    expect(await later()).toHaveLength(1);
    expect(await undo()).toMatchObject({
      clients: [],
      unchanged: [{ client: { id: one.id } }, { client: { id: two.id } }],
    });
    expect(await world.letters(two.email)).toEqual([]);
  });

  it('is done once under one key, and refused under it for others', async () => {
    const { ids, one, invite, later } = await aWave();
    const answers = await Promise.all([invite(ids, {}, 'wave-1'), invite(ids, {}, 'wave-1')]);
    for (const answer of answers) expect(answer).toMatchObject({ __typename: 'ClientsSaved' });
    expect(await later()).toHaveLength(2);
    expect(await invite([one.id], {}, 'wave-1')).toMatchObject({ fields: [{ field: 'idempotencyKey' }] });
  });

  it('counts as so many invites, all of them or none', async () => {
    const { own, invite, later, one } = await aWave();
    const same = { ...own, registered: false, password: null, email: one.email };
    const crowd = [one.id];
    for (let n = 0; n < 5; n += 1) crowd.push((await aClient(world, same)).id);
    expect(await invite(crowd)).toMatchObject({ __typename: 'TooManyAttempts' });
    expect(await later()).toEqual([]);
    expect(await invite(crowd.slice(1))).toMatchObject({ __typename: 'ClientsSaved' });
  });
});

describe('sending a login link', () => {
  it('takes one call: a letter that logs in, in the client’s language, and of which the coach sees no link', async () => {
    const { browser, own } = await aDesk();
    const client = await aClient(world, { ...own, locale: 'es', firstName: 'Ana' });
    const ask = () =>
      browser.run(SendLoginLinkDocument, { clientIds: [client.id], idempotencyKey: 'one-press' });
    const [{ sendLoginLink }, again] = [await ask(), await ask()];
    if (sendLoginLink.__typename !== 'MessageAccepted') throw new Error(JSON.stringify(sendLoginLink));
    const { acceptedMessage } = sendLoginLink;
    expect(again.sendLoginLink).toMatchObject({ acceptedMessage: { id: acceptedMessage.id } });
    expect(acceptedMessage).toMatchObject({
      subject: 'Tu enlace de acceso',
      body: expect.stringContaining('[loginLink]') as string,
    });
    const [letter, ...more] = await world.letters(client.email);
    expect(more).toEqual([]);
    expect(letter?.text).toContain('durante 3 días');
    const token = letter?.token() ?? '';
    const read = await browser.ask(ClientDocument, { id: client.id });
    expect(read.response.body).not.toContain(token);
    expect(read.data?.client).toMatchObject({
      state: 'LINK_WAITS',
      lastDelivery: { state: 'SENT', loginLink: 'ACTIVE' },
    });
    expect((await redeem(world.browser(), token)).__typename).toBe('LoggedIn');
  });

  it('from the app waits ten seconds, in which it can be undone; nobody else’s client gets one', async () => {
    const { app, browser, own } = await aDesk();
    const client = await aClient(world, own);
    const { data } = await browser.ask(SendLoginLinkDocument, { clientIds: [client.id] }, app);
    const sent =
      data?.sendLoginLink.__typename === 'MessageAccepted' ? data.sendLoginLink.acceptedMessage : null;
    expect(sent).toMatchObject({ state: 'SCHEDULED', undoableUntil: expect.any(String) as string });
    await browser.run(CancelScheduledMessageDocument, { id: sent?.id ?? '' });
    world.clock.advance(11_000);
    await deliverNow(world);
    expect(await world.letters(client.email)).toEqual([]);
    const stranger = await aClient(world);
    const { sendLoginLink } = await browser.run(SendLoginLinkDocument, { clientIds: [stranger.id] });
    expect(sendLoginLink.__typename).toBe('InvalidInput');
  });
});
