import {
  AcceptInviteDocument,
  AddClientDocument,
  ClientDocument,
  ClientsDocument,
  DeactivateClientDocument,
  DeleteClientDocument,
  InspectInviteDocument,
  InviteClientDocument,
  ReactivateClientDocument,
  RenewLoginLinkDocument,
  RequestFreshStartDocument,
  RequestLoginLinkDocument,
  SendMessageDocument,
  UpdateClientDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { noteLastLinks } from '../../src/features/accounts/index.ts';
import { askForLink, loggedInBrowser, logIn, me, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, aCoach } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const DAY_MS = 24 * 60 * 60_000;

async function aRoster() {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId };
  return { coach, own, browser: await loggedInBrowser(world, coach) };
}

const person = (email: string) => ({
  firstName: 'Noor',
  lastName: 'Haddad',
  email,
  invite: true,
  onDuplicateEmail: 'ASK' as const,
});

async function add(browser: Browser, email: string, more = {}) {
  return (await browser.run(AddClientDocument, { input: { ...person(email), ...more } })).addClient;
}

async function inviteToken(email: string): Promise<string> {
  const token = /\/welcome#([\w-]{22})$/m.exec((await world.latest(email)).text)?.[1];
  if (!token) throw new Error('No invite in the letter');
  return token;
}

describe('the roster', () => {
  it('P003 adds a client with an invite, by which they choose username and password and come in', async () => {
    const { browser } = await aRoster();
    const added = await add(browser, 'noor+coaching@client.test');
    expect(added).toMatchObject({
      __typename: 'ClientSaved',
      client: { isRegistered: false, status: 'ACTIVE' },
    });
    const token = await inviteToken('noor+coaching@client.test');
    const phone = world.browser();
    const { inspectInvite } = await phone.run(InspectInviteDocument, { token });
    expect(inspectInvite).toMatchObject({ usable: true, accountLabel: 'Noor H. at Northwind Coaching' });
    expect(inspectInvite.suggestedUsername).toMatch(/^[a-z]+\.[a-z]+\.\d{3}$/);
    const accept = (username: string, password: string) =>
      phone.run(AcceptInviteDocument, { token, username, password });
    const taken = await aClient(world, { username: 'taken.already' });
    expect((await accept('Taken.Already', 'seven quiet tin boats')).acceptInvite.__typename).toBe(
      'UsernameTaken',
    );
    expect((await accept('noor.h', 'password1234')).acceptInvite.__typename).toBe('PasswordRejected');
    expect((await accept('noor.h', 'seven quiet tin boats')).acceptInvite.__typename).toBe('LoggedIn');
    expect((await me(phone))?.username).toBe('noor.h');
    expect((await accept('again', 'seven quiet tin boats')).acceptInvite.__typename).toBe(
      'LoginLinkUnusable',
    );
    expect((await logIn(world.browser(), 'noor.h', 'seven quiet tin boats')).__typename).toBe('LoggedIn');
    expect((await logIn(world.browser(), taken.username, taken.password)).__typename).toBe('LoggedIn');
  });

  it('C018 an invite is no way to try name after name, and stays good for its owner', async () => {
    const { browser } = await aRoster();
    await add(browser, 'curious@client.test');
    const token = await inviteToken('curious@client.test');
    const { username } = await aClient(world);
    const password = 'seven quiet tin boats';
    const accept = async (name: string) =>
      (await world.browser().run(AcceptInviteDocument, { token, username: name, password })).acceptInvite;
    const outcomes: string[] = [];
    for (let i = 0; i < 21; i += 1) outcomes.push((await accept(username)).__typename);
    expect(outcomes).toEqual([...Array<string>(20).fill('UsernameTaken'), 'TooManyAttempts']);
    world.clock.advance(16 * 60_000);
    expect((await accept('curious.one')).__typename).toBe('LoggedIn');
  });

  it('answers DuplicateEmail, adds nobody, and adds another person when asked to', async () => {
    const { browser, own } = await aRoster();
    await aClient(world, { ...own, email: 'twice@client.test', status: 'INACTIVE' });
    const asked = await add(browser, 'TWICE@client.test');
    expect(asked).toMatchObject({ __typename: 'DuplicateEmail', clients: [{ status: 'INACTIVE' }] });
    if (asked.__typename === 'DuplicateEmail') expect(asked.message).toContain('Reactivate');
    expect((await add(browser, 'twice@client.test', { onDuplicateEmail: 'ADD_ANYWAY' })).__typename).toBe(
      'ClientSaved',
    );
  });

  it('adds once for each key, and refuses another input under it', async () => {
    const { browser } = await aRoster();
    const run = (email: string) =>
      browser.run(AddClientDocument, { input: person(email), idempotencyKey: 'key-1' });
    const [first, second] = await Promise.all([run('once@client.test'), run('once@client.test')]);
    // The invite may go between the two answers, so that the second tells more of the same client.
    const idIn = ({ addClient }: typeof first) =>
      addClient.__typename === 'ClientSaved' && addClient.client.id;
    expect(idIn(first)).toEqual(expect.any(String));
    expect(idIn(second)).toBe(idIn(first));
    expect((await run('other@client.test')).addClient).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ field: 'idempotencyKey' }],
    });
    expect(await world.letters('once@client.test')).toHaveLength(1);
  });

  it('P004 pages, searches, filters and sorts', async () => {
    const { browser, own } = await aRoster();
    for (const lastName of ['Abel', 'Baker', 'Cole', 'Dunn', 'Ea%rl'])
      await aClient(world, { ...own, firstName: 'Ann', lastName });
    await aClient(world, { ...own, firstName: 'Zed', lastName: 'Zorn', status: 'INACTIVE' });
    const page = async (variables: object) =>
      (await browser.run(ClientsDocument, { first: 4, orderBy: 'NAME', ...variables })).clients;
    const first = await page({});
    expect(first).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true } });
    const second = await page({ after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(({ lastName }) => lastName)).toEqual([
      'Abel',
      'Baker',
      'Cole',
      'Dunn',
      'Ea%rl',
      'Zorn',
    ]);
    expect((await page({ search: 'zed' })).totalCount).toBe(1);
    expect((await page({ search: 'a%r' })).nodes.map(({ lastName }) => lastName)).toEqual(['Ea%rl']);
    expect((await page({ status: 'INACTIVE' })).totalCount).toBe(1);
    for (const orderBy of ['ADDED_NEWEST', 'LAST_LOGIN_NEWEST', 'NEEDS_ATTENTION'] as const)
      expect((await page({ orderBy })).nodes).toHaveLength(4);
    const halved = Buffer.from(String.raw`["\ud800","00000000-0000-4000-8000-000000000000"]`).toString(
      'base64url',
    );
    for (const after of ['nonsense', halved]) {
      const { errors } = await browser.ask(ClientsDocument, { first: 4, orderBy: 'NAME', after });
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });

  it('a search that ends, or is cut, in the middle of a character finds nobody and is no fault', async () => {
    const { browser } = await aRoster();
    for (const search of ['\udc00', '\ud83d', `${'x'.repeat(199)}🐙`]) {
      const { data, errors } = await browser.ask(ClientsDocument, { first: 4, orderBy: 'NAME', search });
      expect([errors, data?.clients.totalCount]).toEqual([undefined, 0]);
    }
  });

  it('shows first who needs the coach: bounced, waiting for a yes, not come in, a link that came to nothing', async () => {
    const { browser, own } = await aRoster();
    const named = (lastName: string, more = {}) => aClient(world, { ...own, lastName, ...more });
    const gone = await named('Abel', { status: 'INACTIVE' });
    await named('Baker');
    const unused = await named('Cole');
    const used = await named('Dunn');
    await named('Earl', { registered: false, password: null });
    const starting = await named('Ford');
    const proposed = await named('Gill');
    const bounced = await named('Hall');
    await world.rows(`update account set email_state = 'BOUNCED' where id in (?, ?)`, [bounced.id, gone.id]);
    await browser.run(RequestFreshStartDocument, { id: starting.id, email: 'ford@anew.test' });
    const input = { email: 'gill@anew.test', onDuplicateEmail: 'ASK' as const };
    await browser.run(UpdateClientDocument, { id: proposed.id, input });
    const order = async () =>
      (await browser.run(ClientsDocument, { first: 50, orderBy: 'NEEDS_ATTENTION' })).clients.nodes.map(
        ({ lastName }) => lastName,
      );
    const calm = ['Hall', 'Ford', 'Gill', 'Earl', 'Baker', 'Cole', 'Dunn', 'Abel'];
    expect(await order()).toEqual(calm);
    const recipients = { clientIds: [unused.id, used.id], allActive: false };
    const message = { subject: 'Hi', body: '[loginLink]', bodyFormat: 'TEXT' as const, copyToMe: false };
    await browser.run(SendMessageDocument, { input: { ...message, recipients } });
    await world.settle();
    expect(await order()).toEqual(calm);
    await redeem(world.browser(), (await world.latest(used.email)).token());
    await world.rows('update login_link set expires_at = ? where account_id = ?', [
      world.clock.now(),
      unused.id,
    ]);
    await noteLastLinks(world, [unused.id]);
    expect(await order()).toEqual(['Hall', 'Ford', 'Gill', 'Earl', 'Cole', 'Baker', 'Dunn', 'Abel']);
    await loggedInBrowser(world, unused);
    world.clock.advance(1_000);
    await loggedInBrowser(world, unused);
    expect(await order()).toEqual(calm);
  });

  it('C050 deactivation ends sessions and links at once and for good; with access the session looks on', async () => {
    const { browser, own } = await aRoster();
    const client = await aClient(world, own);
    const open = await loggedInBrowser(world, client);
    const letter = await askForLink(world, client);
    await browser.run(DeactivateClientDocument, { id: client.id, mayLogIn: false });
    expect(await me(open)).toBeNull();
    await browser.run(ReactivateClientDocument, { id: client.id });
    expect(await me(open)).toBeNull();
    expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoginLinkUnusable');
    const again = await loggedInBrowser(world, client);
    await browser.run(DeactivateClientDocument, { id: client.id, mayLogIn: true });
    expect((await me(again))?.access).toBe('READ_ONLY');
  });

  it('C110 the address of a client who never logged in changes at once and ends the invite', async () => {
    const { browser } = await aRoster();
    await add(browser, 'misspelt@client.test');
    const old = await inviteToken('misspelt@client.test');
    const { clients } = await browser.run(ClientsDocument, { first: 1, orderBy: 'NAME' });
    const id = clients.nodes[0]?.id ?? '';
    const update = (clientId: string, email: string) =>
      browser.run(UpdateClientDocument, { id: clientId, input: { email, onDuplicateEmail: 'ASK' } });
    expect((await update(id, 'right@client.test')).updateClient).toMatchObject({
      __typename: 'ClientSaved',
      client: { email: 'right@client.test' },
    });
    expect((await world.browser().run(InspectInviteDocument, { token: old })).inspectInvite.usable).toBe(
      false,
    );
    await browser.run(InviteClientDocument, { id });
    expect(await inviteToken('right@client.test')).not.toBe(old);
  });

  it('a client who never logged in gets the invite from the login helper too, and a dead invite is renewed', async () => {
    const { own } = await aRoster();
    const client = await aClient(world, { ...own, registered: false, password: null });
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    const token = await inviteToken(client.email);
    world.clock.advance(15 * DAY_MS);
    expect((await world.browser().run(InspectInviteDocument, { token })).inspectInvite).toMatchObject({
      usable: false,
      mayRenew: true,
    });
    await world.browser().run(RenewLoginLinkDocument, { token });
    expect(await inviteToken(client.email)).not.toBe(token);
  });

  it('deletes at once who never logged in; else after 30 days, until when it can be undone', async () => {
    const { keepHouse } = await import('../world/keep-house.ts');
    const { browser, own } = await aRoster();
    const never = await aClient(world, { ...own, registered: false });
    const was = await aClient(world, own);
    await browser.run(DeleteClientDocument, { id: never.id });
    expect((await browser.run(ClientDocument, { id: never.id })).client).toBeNull();
    const { deleteClient } = await browser.run(DeleteClientDocument, { id: was.id });
    expect(deleteClient).toMatchObject({
      client: {
        status: 'INACTIVE',
        deleteAt: new Date(world.clock.now().getTime() + 30 * DAY_MS).toISOString(),
      },
    });
    await browser.run(ReactivateClientDocument, { id: was.id });
    expect((await browser.run(ClientDocument, { id: was.id })).client?.deleteAt).toBeNull();
    await browser.run(DeleteClientDocument, { id: was.id });
    world.clock.advance(31 * DAY_MS);
    await keepHouse(world);
    expect(await world.rows('select 1 from account where id = ?', [was.id])).toHaveLength(0);
  });
});

describe('whose client', () => {
  it('C113 another coach’s clients, in the same practice too, are as if they did not exist', async () => {
    const { coach, browser } = await aRoster();
    const colleague = await aCoach(world, { practiceId: coach.practiceId });
    const hers = await aClient(world, {
      coachId: colleague.id,
      practiceId: coach.practiceId,
      email: 'hers@client.test',
    });
    const foreign = await aClient(world);
    const random = '00000000-0000-4000-8000-000000000000';
    for (const id of [hers.id, foreign.id, random, coach.id, 'x', "' or 1=1"]) {
      expect((await browser.run(ClientDocument, { id })).client).toBeNull();
      const answers = [
        (
          await browser.run(UpdateClientDocument, {
            id,
            input: { firstName: 'Mine', onDuplicateEmail: 'ASK' },
          })
        ).updateClient,
        (await browser.run(DeactivateClientDocument, { id, mayLogIn: false })).deactivateClient,
        (await browser.run(ReactivateClientDocument, { id })).reactivateClient,
        (await browser.run(InviteClientDocument, { id })).inviteClient,
        (await browser.run(DeleteClientDocument, { id })).deleteClient,
      ];
      for (const answer of answers)
        expect(answer).toMatchObject({ __typename: 'InvalidInput', message: 'There is no such client.' });
    }
    expect((await add(browser, 'hers@client.test')).__typename).toBe('ClientSaved');
  });

  it('C114 a client and a stranger get at nothing of a coach’s', async () => {
    const client = await loggedInBrowser(world, await aClient(world));
    const code = async (browser: Browser) =>
      (await browser.ask(ClientsDocument, { first: 1, orderBy: 'NAME' })).errors?.[0]?.extensions?.['code'];
    expect(await code(client)).toBe('FORBIDDEN');
    expect(await code(world.browser())).toBe('UNAUTHENTICATED');
  });
});
