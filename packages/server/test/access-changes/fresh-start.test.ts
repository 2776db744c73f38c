import {
  AcceptInviteDocument,
  CancelFreshStartDocument,
  CancelMyFreshStartDocument,
  ClientDocument,
  DeactivateClientDocument,
  DeleteClientDocument,
  InspectAccessChangeDocument,
  InspectInviteDocument,
  MyPendingChangesDocument,
  ReactivateClientDocument,
  RecoverUsernameDocument,
  RequestEmailChangeDocument,
  RequestFreshStartDocument,
  StopAccessChangeDocument,
  UpdateClientDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { enqueueDueFreshStarts } from '../../src/features/access-changes/due-fresh-starts.ts';
import { setPractice } from '../../src/features/accounts/index.ts';
import { askForLink, browserByLink, loggedInBrowser, logIn, me, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { changeToken, diaryOf } from '../world/changes.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const DAY_MS = 24 * 60 * 60_000;

let addresses = 0;
const anAddress = () => `anew-${(addresses += 1)}@client.test`;

async function aPair(traits: object = {}) {
  const email = `coach-${(addresses += 1)}@northwind.test`;
  const coach = await aCoach(world, { email, practiceName: `Northwind ${addresses}` });
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId, ...traits });
  return { coach, client, coaching: await loggedInBrowser(world, coach) };
}

async function ask(coaching: Browser, { id }: Pick<Person, 'id'>, email = anAddress()) {
  return (await coaching.run(RequestFreshStartDocument, { id, email })).requestFreshStart;
}

/** A client for whom a fresh start waits. */
async function waiting(traits: object = {}) {
  const pair = await aPair(traits);
  const email = anAddress();
  expect(await ask(pair.coaching, pair.client, email)).toMatchObject({ __typename: 'ClientSaved' });
  await world.settle();
  return { ...pair, email };
}

async function pass(days: number) {
  world.clock.advance(days * DAY_MS);
  await look();
}

async function look() {
  await enqueueDueFreshStarts(world.app.open());
  await world.settle();
}

const waits = async ({ id }: Pick<Person, 'id'>) =>
  (
    await world.rows(
      `select 1 from access_change where account_id = ? and ended_at is null and (expires_at is null or expires_at > ?)`,
      [id, world.clock.now()],
    )
  ).length > 0;
const stop = async (token: string) =>
  (await world.browser().run(StopAccessChangeDocument, { token })).stopAccessChange;
const subjects = async (to: string) => (await world.letters(to)).map(({ subject }) => subject.split(': ')[1]);

describe('a fresh start', () => {
  it('J6 C127 tells the old address at once and on day six, and after seven days invites at the new one', async () => {
    const { client, coach, coaching, email } = await waiting({ loginLinkPolicy: 'PASSWORD_TOO' });
    const link = (await askForLink(world, client)).token();
    const at = new Date(world.clock.now().getTime() + 7 * DAY_MS).toISOString();
    expect((await coaching.run(ClientDocument, { id: client.id })).client?.freshStartAt).toBe(at);
    await pass(5.9);
    expect(await subjects(client.email)).toEqual(['your account is to start over', 'your login link']);
    await pass(0.1);
    expect(await subjects(client.email)).toContain('your account starts over tomorrow');
    await pass(0.9);
    expect(await waits(client)).toBe(true);
    expect(await subjects(email)).toEqual([]);
    await pass(0.1);
    expect(await subjects(client.email)).toContain('your account has started over');
    expect(await subjects(email)).toEqual(['start over with your account']);
    expect((await world.latest(email)).text).toContain('Dana Okafor');
    expect((await logIn(world.browser(), client.username, client.password)).__typename).toBe(
      'InvalidCredentials',
    );
    expect((await redeem(world.browser(), link)).__typename).toBe('LoginLinkUnusable');
    await world.browser().run(RecoverUsernameDocument, { email: client.email });
    expect((await world.latest(client.email)).subject).toContain('no account has this address');

    const token = await changeToken(world, email, 'INVITE');
    const phone = world.browser();
    const { inspectInvite } = await phone.run(InspectInviteDocument, { token });
    expect(inspectInvite).toMatchObject({ usable: true });
    expect(inspectInvite.suggestedUsername).not.toBe(client.username);
    const choice = { token, username: 'begun.anew', password: 'seven quiet tin boats' };
    expect((await phone.run(AcceptInviteDocument, choice)).acceptInvite.__typename).toBe('LoggedIn');
    expect(await me(phone)).toMatchObject({ id: client.id, email, loginLinkPolicy: 'ALLOWED' });
    expect(await diaryOf(world, client)).toEqual(
      expect.arrayContaining(['FRESH_START_REQUESTED', 'FRESH_START_DONE', 'INVITED', 'LOGGED_IN']),
    );
    const again = await loggedInBrowser(world, coach);
    expect((await again.run(ClientDocument, { id: client.id })).client).toMatchObject({
      email,
      isRegistered: true,
      freshStartAt: null,
    });
  });

  it('the coach is told when the client shows up, and not how; of what they cancelled themselves they hear nothing', async () => {
    const { client, coach, coaching, email } = await waiting({ firstName: 'Maria', lastName: 'Keller' });
    const told = async () =>
      (await world.letters(coach.email)).filter(({ subject }) => subject.includes('fresh start'));
    await coaching.run(CancelFreshStartDocument, { id: client.id });
    await world.settle();
    expect(await told()).toEqual([]);
    await ask(coaching, client, email);
    await world.settle();
    await loggedInBrowser(world, client);
    await world.settle();
    const [letter, ...more] = await told();
    expect(letter?.subject).toMatch(/: the fresh start of Maria Keller is off$/);
    for (const secret of [email, client.email, client.username])
      expect((letter?.text ?? '') + (letter?.kept.html ?? '')).not.toContain(secret);
    expect(more).toEqual([]);
  });

  it('ends everything that opened the account: sessions, links, codes, browsers, changes that wait', async () => {
    const pair = await aPair();
    const browser = await loggedInBrowser(world, pair.client);
    await browser.run(RequestEmailChangeDocument, { email: anAddress() });
    const letter = await askForLink(world, pair.client);
    await ask(pair.coaching, pair.client);
    await world.settle();
    await pass(6);
    // Still within the session's life, and the link's expiry does not matter: they die by the fresh start.
    await world.rows(`update login_link set expires_at = ? where account_id = ?`, [
      new Date(world.clock.now().getTime() + 30 * DAY_MS),
      pair.client.id,
    ]);
    await pass(1);
    expect(await me(browser)).toBeNull();
    expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoginLinkUnusable');
    for (const table of ['session', 'login_code', 'known_browser'])
      expect(await world.rows(`select 1 from ${table} where account_id = ?`, [pair.client.id])).toEqual([]);
    expect(await waits(pair.client)).toBe(false);
  });

  const showingUp: [string, (client: Person, coaching: Browser) => Promise<unknown>][] = [
    ['the stop link', async ({ email }) => stop(await changeToken(world, email, 'STOP'))],
    ['a login by password', (client) => loggedInBrowser(world, client)],
    ['a login by link', (client) => browserByLink(world, client)],
    [
      'a right password that does not get in',
      async (client) => {
        await world.rows(`update account set status = 'INACTIVE' where id = ?`, [client.id]);
        const answer = await logIn(world.browser(), client.username, client.password);
        expect(answer.__typename).toBe('AccountInactive');
        await world.rows(`update account set status = 'ACTIVE' where id = ?`, [client.id]);
      },
    ],
    ['the coach', ({ id }, coaching) => coaching.run(CancelFreshStartDocument, { id })],
    [
      'a deactivation',
      async ({ id }, coaching) => {
        await coaching.run(DeactivateClientDocument, { id, mayLogIn: false });
        await coaching.run(ReactivateClientDocument, { id });
      },
    ],
  ];

  it.each(showingUp)('is stopped by %s, and then never happens', async (_, showUp) => {
    const { client, coaching, email } = await waiting();
    await showUp(client, coaching);
    expect(await waits(client)).toBe(false);
    await pass(6);
    await pass(1);
    expect(await subjects(email)).toEqual([]);
    expect(await subjects(client.email)).toContain('the fresh start of your account was stopped');
    expect(await diaryOf(world, client)).toContain('FRESH_START_CANCELLED');
    expect((await logIn(world.browser(), client.username, client.password)).__typename).toBe('LoggedIn');
  });

  it('a session from before sees it, and stops it by one click; the current password there stops it too', async () => {
    for (const act of [
      (browser: Browser) => browser.run(CancelMyFreshStartDocument, {}),
      (browser: Browser, password: string) =>
        browser.run(RequestEmailChangeDocument, { email: anAddress(), currentPassword: password }),
    ]) {
      const { client, coaching } = await aPair();
      const browser = await loggedInBrowser(world, client);
      await ask(coaching, client);
      world.clock.advance(60 * 60_000);
      const before = (await browser.run(MyPendingChangesDocument, {})).me;
      expect(before?.freshStartAt).toEqual(expect.any(String));
      await act(browser, client.password);
      expect((await browser.run(MyPendingChangesDocument, {})).me?.freshStartAt).toBeNull();
    }
  });

  it('a wrong password, a link asked for and a name asked for do not stop it', async () => {
    const { client } = await waiting();
    await logIn(world.browser(), client.username, 'wrong');
    await askForLink(world, client);
    await world.browser().run(RecoverUsernameDocument, { email: client.email });
    expect(await waits(client)).toBe(true);
  });

  it('the stop link of the first notice and of the second both work, and say what they stop', async () => {
    const { client } = await waiting();
    const first = await changeToken(world, client.email, 'STOP');
    await pass(6);
    const second = await changeToken(world, client.email, 'STOP');
    expect(second).not.toBe(first);
    for (const token of [first, second])
      expect(
        (await world.browser().run(InspectAccessChangeDocument, { token })).inspectAccessChange,
      ).toMatchObject({
        usable: true,
        kind: 'FRESH_START',
        askedBy: 'Dana Okafor',
        takesEffectAt: new Date(world.clock.now().getTime() + DAY_MS).toISOString(),
      });
    expect((await stop(first)).__typename).toBe('AccessChangeStopped');
    expect((await stop(second)).__typename).toBe('LoginLinkUnusable');
  });

  it('C127 a worker that was away too long tells first, and waits a day more', async () => {
    const { client, email } = await waiting();
    await pass(9);
    expect(await subjects(client.email)).toContain('your account starts over tomorrow');
    expect(await waits(client)).toBe(true);
    await pass(0.9);
    expect(await waits(client)).toBe(true);
    await pass(0.1);
    expect(await subjects(email)).toEqual(['start over with your account']);
  });

  it('happens once, however many look', async () => {
    const { client, email } = await waiting();
    await pass(6);
    world.clock.advance(DAY_MS);
    await Promise.all(Array.from({ length: 5 }, () => enqueueDueFreshStarts(world.app.open())));
    await world.settle();
    expect(await subjects(email)).toHaveLength(1);
    expect((await diaryOf(world, client)).filter((kind) => kind === 'FRESH_START_DONE')).toHaveLength(1);
  });
});

describe('what is refused', () => {
  it('clients who never logged in, who are deactivated, or of another coach', async () => {
    const { coaching } = await aPair();
    const never = await aPair({ registered: false, password: null });
    const inactive = await aPair({ status: 'INACTIVE' });
    const foreign = await aPair();
    for (const [by, client] of [
      [never.coaching, never.client],
      [inactive.coaching, inactive.client],
      [coaching, foreign.client],
    ] as const)
      expect(await ask(by, client)).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'id' }] });
    const { errors } = await (
      await loggedInBrowser(world, foreign.client)
    ).ask(RequestFreshStartDocument, {
      id: foreign.client.id,
      email: anAddress(),
    });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('J7 every address of a coach or of the practice, in any spelling of it, and what is no address', async () => {
    const { coach, client, coaching } = await aPair();
    const colleague = await aCoach(world, { practiceId: coach.practiceId, email: 'iris@northwind.test' });
    const local = coach.email.split('@')[0] ?? '';
    for (const email of [
      coach.email,
      coach.email.toUpperCase(),
      `${local}+maria@northwind.test`,
      `${local}@nоrthwind.test`,
      colleague.email,
      'hello@northwind.example.com',
      'he.llo+x@northwind.example.com',
      client.email,
      'nobody',
      '',
    ])
      expect(await ask(coaching, client, email)).toMatchObject({
        __typename: 'InvalidInput',
        fields: [{ field: 'email' }],
      });
    expect(await world.letters(client.email)).toEqual([]);
    expect(await waits(client)).toBe(false);
  });

  it('J7 an address of a coach elsewhere is answered as any other, and nothing ever goes there', async () => {
    const elsewhere = await aCoach(world, { email: 'theo@southwind.test' });
    const { client, coach, coaching } = await aPair();
    const asks = (email: string) => ask(coaching, client, email);
    expect(await asks(elsewhere.email.toUpperCase())).toMatchObject({ __typename: 'ClientSaved' });
    await world.settle();
    await pass(6);
    await pass(1);
    expect(await waits(client)).toBe(false);
    expect(await subjects('THEO@SOUTHWIND.TEST')).toEqual([]);
    expect((await logIn(world.browser(), client.username, client.password)).__typename).toBe('LoggedIn');
    // As when the client had come at the last moment.
    expect(await subjects(coach.email)).toContain('the fresh start of Maria Keller is off');
    expect(await ask(await loggedInBrowser(world, coach), client)).toMatchObject({
      fields: [{ field: 'id', message: expect.stringContaining('stopped a fresh start') as string }],
    });
  });

  it('a second one while one waits, and for 30 days after the client stopped one', async () => {
    const { client, coach, coaching } = await waiting();
    expect(await ask(coaching, client)).toMatchObject({ fields: [{ field: 'id' }] });
    await stop(await changeToken(world, client.email, 'STOP'));
    expect(await ask(coaching, client)).toMatchObject({
      fields: [{ field: 'id', message: expect.stringContaining('stopped a fresh start') as string }],
    });
    coaching.cookies.set('latchstring-language', 'es');
    const inSpanish = await ask(coaching, client);
    const [field] = inSpanish.__typename === 'InvalidInput' ? inSpanish.fields : [];
    expect(field?.message).toMatch(/: \w+, \d+ de \w+ de 202\d, \d\d:\d\d \(hora de Europe\/Madrid\)\.$/u);
    world.clock.advance(30 * DAY_MS - 1);
    const later = await loggedInBrowser(world, coach);
    expect((await ask(later, client)).__typename).toBe('InvalidInput');
    world.clock.advance(1);
    expect((await ask(later, client)).__typename).toBe('ClientSaved');
    await later.run(CancelFreshStartDocument, { id: client.id });
    expect((await ask(later, client)).__typename).toBe('ClientSaved');
  });

  it('P123 none of them for one that its coach took back, but no more than three in 30 days', async () => {
    const { client, coach, coaching } = await aPair();
    for (let n = 0; n < 3; n += 1) {
      expect((await ask(coaching, client)).__typename).toBe('ClientSaved');
      await coaching.run(CancelFreshStartDocument, { id: client.id });
      world.clock.advance(60_000);
    }
    expect(await ask(coaching, client)).toMatchObject({
      fields: [{ field: 'id', message: expect.stringContaining('3 times in 30 days') as string }],
    });
    world.clock.advance(30 * DAY_MS - 3 * 60_000);
    expect((await ask(await loggedInBrowser(world, coach), client)).__typename).toBe('ClientSaved');
  });

  it('all of them where the practice has switched them off, of which its coaches read before they ask', async () => {
    const { coach, client, coaching } = await aPair();
    expect((await me(coaching))?.practice.freshStartsAllowed).toBe(true);
    const practice = 'Westwind Coaching';
    await world.rows('update practice set name = ? where id = ?', [practice, coach.practiceId]);
    await setPractice(world.app.open(), { practice, freshStarts: 'off' });
    expect((await me(coaching))?.practice.freshStartsAllowed).toBe(false);
    expect(await ask(coaching, client)).toMatchObject({ fields: [{ field: 'id' }] });
  });

  it("J7 after it is done, the coach's edit of the address is a proposal still, and deleting takes its time", async () => {
    const { coach, client, email } = await waiting();
    await pass(6);
    await pass(1);
    const coaching = await loggedInBrowser(world, coach);
    const input = { email: coach.email, onDuplicateEmail: 'ASK' as const };
    const { updateClient } = await coaching.run(UpdateClientDocument, { id: client.id, input });
    expect(updateClient).toMatchObject({ client: { email, pendingEmail: coach.email, isRegistered: false } });
    for (const letter of await world.letters(coach.email)) expect(letter.text).not.toContain('/welcome#');
    // A mistyped address is mended by another fresh start, with all its notice.
    expect((await ask(coaching, client)).__typename).toBe('ClientSaved');
    await coaching.run(DeleteClientDocument, { id: client.id });
    expect((await coaching.run(ClientDocument, { id: client.id })).client).toMatchObject({
      status: 'INACTIVE',
    });
  });
});
