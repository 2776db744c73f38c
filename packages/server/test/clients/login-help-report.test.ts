import {
  ClientDocument,
  DeactivateClientDocument,
  InviteClientDocument,
  RecoverUsernameDocument,
  RequestFreshStartDocument,
  SendMessageDocument,
  UpdateClientDocument,
  type ClientQuery,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { Account } from '../../src/features/accounts/account.entity.ts';
import { askForLink, loggedInBrowser, logIn, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { statementsDuring } from '../world/statements.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

type Report = NonNullable<ClientQuery['client']>['loginHelp'];

async function aDesk() {
  const coach = await aCoach(world);
  const own = { coachId: coach.id, practiceId: coach.practiceId };
  return { coach, own, desk: await loggedInBrowser(world, coach) };
}

async function report(desk: Browser, { id }: { id: string }): Promise<Report> {
  await world.settle();
  const { client } = await desk.run(ClientDocument, { id });
  if (!client) throw new Error('There is no such client');
  return client.loginHelp;
}

function check({ checks }: Report, kind: Report['checks'][number]['kind']) {
  return checks.find((one) => one.kind === kind);
}

async function wrongPasswords(browser: Browser, person: Person, times: number) {
  for (let n = 0; n < times; n += 1) {
    world.clock.advance(1_000);
    await logIn(browser, person.username, `wrong ${n}`);
  }
}

describe('the login help report', () => {
  it('names every check, worst first, and one thing to do', async () => {
    const { own, desk } = await aDesk();
    const client = await aClient(world, own);
    const fine = await report(desk, client);
    expect(fine.checks.map(({ kind }) => kind).sort()).toEqual([
      'ACTIVE',
      'EMAIL_DELIVERABLE',
      'FAILED_PASSWORDS',
      'LAST_HELPER_REQUEST',
      'LAST_LINK',
      'LINK_POLICY',
      'REGISTERED',
      'THROTTLED',
    ]);
    await desk.run(DeactivateClientDocument, { id: client.id, mayLogIn: false });
    const shut = await report(desk, client);
    expect(shut).toMatchObject({ suggestedAction: 'REACTIVATE' });
    expect(shut.checks[0]).toMatchObject({
      kind: 'ACTIVE',
      state: 'PROBLEM',
      since: '2026-11-24T23:00:00.000Z',
    });
    const states = shut.checks.map(({ state }) => ['PROBLEM', 'WARNING', 'UNKNOWN', 'OK'].indexOf(state));
    expect(states).toEqual([...states].sort());
  });

  it('tells of wrong passwords in a browser of the client, until the next login', async () => {
    const { own, desk } = await aDesk();
    const client = await aClient(world, own);
    const phone = await loggedInBrowser(world, client);
    await wrongPasswords(phone, client, 2);
    const told = await report(desk, client);
    expect(check(told, 'FAILED_PASSWORDS')).toMatchObject({ state: 'WARNING' });
    expect(check(told, 'FAILED_PASSWORDS')?.detail).toMatch(/^2 wrong passwords since today/);
    expect(told.suggestedAction).toBe('SEND_LOGIN_LINK');
    await logIn(phone, client.username, client.password);
    expect(check(await report(desk, client), 'FAILED_PASSWORDS')).toMatchObject({ state: 'OK' });
  });

  it('tells of a throttle that the client met, until it is over', async () => {
    const { own, desk } = await aDesk();
    const client = await aClient(world, own);
    const phone = await loggedInBrowser(world, client);
    await wrongPasswords(phone, client, 11);
    expect(check(await report(desk, client), 'THROTTLED')).toMatchObject({ state: 'WARNING' });
    world.clock.advance(16 * MINUTE_MS);
    expect(check(await report(desk, client), 'THROTTLED')).toMatchObject({ state: 'OK' });
  });

  it('tells of a request at the login helper from a browser of the client, or one that ended in a login', async () => {
    const { own, desk } = await aDesk();
    const client = await aClient(world, own);
    const phone = await loggedInBrowser(world, client);
    world.clock.advance(MINUTE_MS);
    await phone.run(RecoverUsernameDocument, { email: client.email });
    const asked = check(await report(desk, client), 'LAST_HELPER_REQUEST');
    expect(asked).toMatchObject({ state: 'WARNING', since: '2026-11-24T23:00:00.000Z' });
    expect(asked?.detail).toContain('asked for their username today');
    const other = await aClient(world, own);
    const tablet = world.browser();
    await tablet.send('POST', '/graphql', {
      payload: '{"query":"{ site { name } }"}',
      headers: { 'content-type': 'application/json' },
    });
    await redeem(tablet, (await askForLink(world, other, tablet)).token());
    expect(check(await report(desk, other), 'LAST_HELPER_REQUEST')).toMatchObject({ state: 'OK' });
  });

  it('tells what became of the coach’s own link, and C067 holds no token, hash or code', async () => {
    const { own, desk } = await aDesk();
    const client = await aClient(world, own);
    const input = {
      subject: 'Your link',
      body: 'Here: [loginLink]',
      bodyFormat: 'TEXT' as const,
      copyToMe: false,
      recipients: { clientIds: [client.id], allActive: false },
    };
    await desk.run(SendMessageDocument, { input });
    const token = (await world.latest(client.email)).token();
    const live = await report(desk, client);
    expect(live).toMatchObject({ suggestedAction: 'CALL_THE_CLIENT' });
    expect(check(live, 'LAST_LINK')?.detail).toContain('still works');
    const [link] = await world.rows<{ token_hash: string }>(
      'select token_hash from login_link where account_id = ?',
      [client.id],
    );
    for (const secret of [token, link?.token_hash ?? 'missing', client.username])
      expect(JSON.stringify(live)).not.toContain(secret);
    await redeem(world.browser(), token);
    expect(check(await report(desk, client), 'LAST_LINK')?.detail).toContain('was used');
  });

  it('C079 a permanent failure of the address is the first thing it tells', async () => {
    const { own, desk } = await aDesk();
    const client = await aClient(world, own);
    await world.em.nativeUpdate(Account, { id: client.id }, { emailState: 'BOUNCED' });
    const told = await report(desk, client);
    expect(told.checks[0]).toMatchObject({ kind: 'EMAIL_DELIVERABLE', state: 'PROBLEM' });
    expect(told.suggestedAction).toBe('FIX_EMAIL');
    expect(told.verdict).toContain(client.email);
  });

  it('J6 waits for what the coach has asked for: an address to confirm, a fresh start', async () => {
    const { own, desk } = await aDesk();
    const [moving, lost] = [await aClient(world, own), await aClient(world, own)];
    const input = { email: 'new.home@client.test', onDuplicateEmail: 'ASK' as const };
    await desk.run(UpdateClientDocument, { id: moving.id, input });
    const proposed = await report(desk, moving);
    expect(proposed.suggestedAction).toBe('CALL_THE_CLIENT');
    expect(proposed.verdict).toContain('new.home@client.test counts only once Maria confirms it');
    expect(check(proposed, 'EMAIL_DELIVERABLE')).toMatchObject({ state: 'WARNING' });
    await desk.run(RequestFreshStartDocument, { id: lost.id, email: 'new.start@client.test' });
    const starting = await report(desk, lost);
    expect(starting.suggestedAction).toBe('WAIT');
    expect(starting.verdict).toMatch(/takes effect on \d+ \w+/);
    await logIn(world.browser(), lost.username, lost.password);
    expect((await report(desk, lost)).suggestedAction).toBe('NONE');
  });

  it('is about the coach’s own clients alone', async () => {
    const { own, coach } = await aDesk();
    const client = await aClient(world, own);
    const iris = await loggedInBrowser(world, await aCoach(world, { practiceId: coach.practiceId }));
    const theo = await loggedInBrowser(world, await aCoach(world));
    for (const other of [iris, theo])
      expect(await other.run(ClientDocument, { id: client.id })).toEqual({ client: null });
    const self = await loggedInBrowser(world, client);
    const { errors } = await self.ask(ClientDocument, { id: client.id });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const anyone = await world.browser().ask(ClientDocument, { id: client.id });
    expect(anyone.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('reads a page of a hundred clients with one statement', async () => {
    const { own, desk } = await aDesk();
    for (let n = 0; n < 100; n += 1) await aClient(world, { ...own, password: null });
    const query = '{ clients(first: 100) { nodes { id loginHelp { verdict checks { kind } } } } }';
    let nodes: unknown[] = [];
    const statements = await statementsDuring(world, async () => {
      const { data } = await desk.post<{ clients: { nodes: unknown[] } }>({ query });
      nodes = data?.clients.nodes ?? [];
    });
    expect(nodes).toHaveLength(100);
    expect(statements.filter((sql) => sql.includes('access_event'))).toHaveLength(1);
  });

  it('a fresh invite counts, an old one has run out', async () => {
    const { own, desk } = await aDesk();
    const client = await aClient(world, { ...own, registered: false, password: null });
    expect(await report(desk, client)).toMatchObject({ suggestedAction: 'RESEND_INVITE' });
    await desk.run(InviteClientDocument, { id: client.id });
    expect(check(await report(desk, client), 'LAST_LINK')).toMatchObject({ state: 'OK' });
    world.clock.advance(15 * DAY_MS);
    const later = await loggedInBrowser(world, { ...client, ...(await coachOf(client)) });
    expect(check(await report(later, client), 'LAST_LINK')).toMatchObject({ state: 'WARNING' });
  });
});

/** The coach's login, for when their session has run out. */
async function coachOf({ id }: { id: string }): Promise<{ username: string; password: string }> {
  const client = await world.em.findOneOrFail(Account, { id }, { populate: ['coach'] });
  return { username: client.coach?.username ?? '', password: 'paper boats at noon' };
}
