import {
  DeactivateClientDocument,
  InviteClientDocument,
  LogoutDocument,
  MyAccessDiaryDocument,
  ReactivateClientDocument,
  RecoverUsernameDocument,
  RedeemLoginCodeDocument,
  RevokeLoginLinksDocument,
  SendMessageDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { keepHouse } from '../world/keep-house.ts';
import { newOrderedId } from '../../src/platform/random-token.ts';
import { askForLink, browserByLink, diaryOf, logIn, loggedInBrowser, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const DAY_MS = 24 * 60 * 60_000;
const FIREFOX = 'Firefox on Windows';
const DESK = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

async function aPair(): Promise<{ client: Person; desk: Browser }> {
  const coach = await aCoach(world);
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
  return { client, desk: await loggedInBrowser(world, coach) };
}

async function sendLink(desk: Browser, client: Person): Promise<string> {
  const recipients = { clientIds: [client.id], allActive: false };
  const input = {
    subject: 'In',
    body: '[loginLink]',
    bodyFormat: 'TEXT' as const,
    copyToMe: false,
    recipients,
  };
  const { sendMessage } = await desk.run(SendMessageDocument, { input });
  await world.settle();
  return sendMessage.__typename === 'MessageAccepted' ? sendMessage.acceptedMessage.id : '';
}

const insert = (accountId: string, kind: string, at: Date) =>
  world.rows(`insert into access_event (id, account_id, at, kind, actor) values (?, ?, ?, ?, 'SYSTEM')`, [
    newOrderedId(at),
    accountId,
    at,
    kind,
  ]);

async function pageOf(browser: Browser, after: string | null) {
  return (await browser.run(MyAccessDiaryDocument, { first: 3, ...(after === null ? {} : { after }) })).me
    ?.accessDiary;
}

describe('the access diary', () => {
  it('C116 has one row for each act, with time, actor in words and device, and nothing typed', async () => {
    const { client, desk } = await aPair();
    const start = world.clock.now();
    const phone = world.browser({ userAgent: DESK });
    await phone.run(RecoverUsernameDocument, { email: client.email });
    await world.settle();
    const letter = await askForLink(world, client, phone);
    await sendLink(desk, client);
    await redeem(world.browser(), letter.token());
    await redeem(world.browser(), letter.token());
    await logIn(world.browser(), client.username, 'a guess of mine');
    // Rows of two queues stand in the order in which these are worked off.
    await world.settle();
    const late = await askForLink(world, client);
    await world.browser().run(RedeemLoginCodeDocument, { username: client.username, code: 'ZZZZ-ZZZZ' });
    await world.settle();
    const message = await sendLink(desk, client);
    await desk.run(RevokeLoginLinksDocument, { messageId: message });
    world.clock.advance(2 * 60 * 60_000);
    await keepHouse(world);
    const own = await browserByLink(world, client);
    await own.run(SetPasswordDocument, { newPassword: 'four calm otters swim', currentPassword: null });
    await own.run(LogoutDocument, {});
    await desk.run(DeactivateClientDocument, { id: client.id, mayLogIn: false });
    await desk.run(ReactivateClientDocument, { id: client.id });
    const reader = await loggedInBrowser(world, { ...client, password: 'four calm otters swim' });

    const rows = (await diaryOf(world, reader)).reverse();
    const told = rows.map(({ kind, actor, device }) => [kind, actor, device]);
    expect(told).toEqual([
      ['USERNAME_REQUESTED', 'The system', 'Firefox on Linux'],
      ['LOGIN_LINK_REQUESTED', 'The system', 'Firefox on Linux'],
      ['LOGIN_LINK_SENT', 'The system', null],
      ['LOGIN_LINK_SENT_BY_COACH', 'Dana Okafor', null],
      ['LOGIN_LINK_USED', 'You', FIREFOX],
      ['LOGGED_IN', 'You', FIREFOX],
      ['LOGIN_FAILED', 'The system', FIREFOX],
      ['LOGIN_LINK_REQUESTED', 'The system', FIREFOX],
      ['LOGIN_LINK_SENT', 'The system', null],
      ['LOGIN_FAILED', 'The system', FIREFOX],
      ['LOGIN_LINK_SENT_BY_COACH', 'Dana Okafor', null],
      ['LOGIN_LINK_REVOKED', 'Dana Okafor', null],
      ['LOGIN_LINK_EXPIRED', 'The system', null],
      ['LOGIN_LINK_REQUESTED', 'The system', FIREFOX],
      ['LOGIN_LINK_SENT', 'The system', null],
      ['LOGIN_LINK_USED', 'You', FIREFOX],
      ['LOGGED_IN', 'You', FIREFOX],
      ['PASSWORD_CHANGED', 'You', FIREFOX],
      ['LOGGED_OUT', 'You', FIREFOX],
      ['DEACTIVATED', 'Dana Okafor', null],
      ['REACTIVATED', 'Dana Okafor', null],
      ['LOGGED_IN', 'You', FIREFOX],
    ]);
    expect(rows.every(({ at }) => new Date(at) >= start)).toBe(true);
    const text = JSON.stringify(rows);
    for (const secret of [
      letter.token(),
      late.token(),
      late.code(),
      'a guess of mine',
      'ZZZZ',
      client.username,
    ])
      expect(text).not.toContain(secret);
    expect((await world.letters(client.email)).map(({ subject }) => subject)).toContain(
      'Northwind Coaching: your password was changed',
    );
  });

  it('tells of an expired link once, and not of one that something else ended', async () => {
    const client = await aClient(world);
    await askForLink(world, client);
    await browserByLink(world, client);
    await askForLink(world, client);
    world.clock.advance(2 * 60 * 60_000);
    await keepHouse(world);
    await keepHouse(world);
    world.clock.advance(DAY_MS);
    await keepHouse(world);
    const rows = await diaryOf(world, await loggedInBrowser(world, client));
    expect(rows.filter(({ kind }) => kind === 'LOGIN_LINK_EXPIRED')).toHaveLength(1);
  });

  it('names the coach who invites, and nobody where the client asked', async () => {
    const coach = await aCoach(world);
    const own = { coachId: coach.id, practiceId: coach.practiceId, registered: false };
    const client = await aClient(world, own);
    const desk = await loggedInBrowser(world, coach);
    await desk.run(InviteClientDocument, { id: client.id });
    await world.settle();
    // Of two rows of the same instant neither is the newer one.
    world.clock.advance(60_000);
    await askForLink(world, client).catch(() => undefined);
    const rows = await diaryOf(world, await loggedInBrowser(world, client));
    const invited = rows.filter(({ kind }) => kind === 'INVITED').map(({ actor }) => actor);
    expect(invited).toEqual(['The system', 'Dana Okafor']);
  });

  it('pages newest first; a row that comes in between moves no page', async () => {
    const client = await aClient(world);
    const at = world.clock.now();
    for (let i = 0; i < 7; i += 1) await insert(client.id, 'LOGIN_FAILED', at);
    const browser = await loggedInBrowser(world, client);
    const all = await diaryOf(world, browser);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await pageOf(browser, after);
      seen.push(...(page?.nodes ?? []).map(({ id }) => id));
      if (after === null) await insert(client.id, 'LOGGED_OUT', world.clock.now());
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it.each([
    ['first', { first: 0 }],
    ['first', { first: 101 }],
    ['after', { first: 3, after: 'bm90IG91cnM' }],
    [
      'after',
      {
        first: 3,
        after: Buffer.from('["never","00000000-0000-4000-8000-000000000000"]').toString('base64url'),
      },
    ],
    [
      'after',
      {
        first: 3,
        // A time for JavaScript, and none for the database.
        after: Buffer.from('["-271821-04-20T00:00:00.000Z","00000000-0000-4000-8000-000000000000"]').toString(
          'base64url',
        ),
      },
    ],
  ])('refuses a page that can not be, naming %s', async (name, variables) => {
    const browser = await loggedInBrowser(world, await aClient(world));
    const { errors } = await browser.ask(MyAccessDiaryDocument, variables);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors?.[0]?.message).toContain(`${name}:`);
  });

  it('is kept for two years; what moved the account to another address stays for good', async () => {
    const client = await aClient(world);
    const old = new Date(world.clock.now().getTime() - 731 * DAY_MS);
    const young = new Date(world.clock.now().getTime() - 729 * DAY_MS);
    for (const kind of ['LOGGED_IN', 'EMAIL_CHANGED', 'FRESH_START_DONE', 'EMAIL_CHANGE_STOPPED'])
      await insert(client.id, kind, old);
    await insert(client.id, 'LOGGED_OUT', young);
    await keepHouse(world);
    const left = await world.rows<{ kind: string }>(
      'select kind from access_event where account_id = ? order by kind',
      [client.id],
    );
    expect(left.map(({ kind }) => kind)).toEqual([
      'EMAIL_CHANGED',
      'EMAIL_CHANGE_STOPPED',
      'FRESH_START_DONE',
      'LOGGED_OUT',
    ]);
  });
});

describe('jobs', () => {
  it('C117 keep nothing of what was typed once they are done: a wrong username may be a password', async () => {
    const typed = 'my.secret.password.by.mistake';
    await world.browser().run(RecoverUsernameDocument, { email: `${typed}@client.test` });
    await logIn(world.browser(), typed, 'x');
    await askForLink(world, { id: '', username: typed, email: 'nobody@client.test', password: '' }).catch(
      () => undefined,
    );
    await world.settle();
    const rows = await world.rows('select data::text from pgboss.job where data::text like ?', [
      `%${typed}%`,
    ]);
    expect(rows).toEqual([]);
  });
});
