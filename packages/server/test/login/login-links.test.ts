import {
  InspectLoginLinkDocument,
  LogoutDocument,
  RedeemLoginCodeDocument,
  RenewLoginLinkDocument,
  RequestLoginLinkDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { askForLink, browserByLink, loggedInBrowser, me, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { longOr } from '../world/long-form.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const MINUTE_MS = 60_000;

async function inspect(browser: Browser, token: string) {
  return (await browser.run(InspectLoginLinkDocument, { token })).inspectLoginLink;
}

async function byCode(browser: Browser, person: Person, code: string) {
  return (await browser.run(RedeemLoginCodeDocument, { username: person.username, code })).redeemLoginCode;
}

async function sessionsOf(person: Person): Promise<number> {
  const rows = await world.rows('select id from session where account_id = ?', [person.id]);
  return rows.length;
}

describe('a login link', () => {
  const rounds = longOr(50, 5);
  it(`C025 16 callers redeem one link at once, ${rounds} rounds: one gets in, one session is made`, async () => {
    const client = await aClient(world);
    for (let round = 0; round < rounds; round += 1) {
      world.clock.advance(25 * 60 * MINUTE_MS);
      const token = (await askForLink(world, client)).token();
      const before = await sessionsOf(client);
      const outcomes = await Promise.all(Array.from({ length: 16 }, () => redeem(world.browser(), token)));
      const names = outcomes.map(({ __typename }) => __typename).sort();
      expect(names).toEqual(['LoggedIn', ...Array.from({ length: 15 }, () => 'LoginLinkUnusable')]);
      expect((await sessionsOf(client)) - before).toBe(1);
    }
  }, 120_000);

  it('C025 two links of one account at the same instant: one of them gets in', async () => {
    const client = await aClient(world);
    for (let round = 0; round < 5; round += 1) {
      world.clock.advance(25 * 60 * MINUTE_MS);
      const first = (await askForLink(world, client)).token();
      const second = (await askForLink(world, client)).token();
      const outcomes = await Promise.all([redeem(world.browser(), first), redeem(world.browser(), second)]);
      expect(outcomes.filter(({ __typename }) => __typename === 'LoggedIn')).toHaveLength(1);
    }
  });

  it('C026 the browser that used it gets in again with the same session, another one does not', async () => {
    const client = await aClient(world);
    const token = (await askForLink(world, client)).token();
    const browser = world.browser();
    expect((await inspect(browser, token)).usable).toBe(true);
    expect((await redeem(browser, token)).__typename).toBe('LoggedIn');
    expect((await redeem(browser, token)).__typename).toBe('LoggedIn');
    // The answer with the cookie was lost when the page was reloaded.
    for (const name of browser.cookies.keys()) if (name.endsWith('session')) browser.cookies.delete(name);
    expect((await redeem(browser, token)).__typename).toBe('LoggedIn');
    expect((await me(browser))?.id).toBe(client.id);
    expect(await sessionsOf(client)).toBe(1);
    expect((await redeem(world.browser(), token)).__typename).toBe('LoginLinkUnusable');
    await browser.run(LogoutDocument, {});
    expect((await redeem(browser, token)).__typename).toBe('LoginLinkUnusable');
  });

  it('C044 there is no grace for a second browser', async () => {
    const client = await aClient(world);
    const token = (await askForLink(world, client)).token();
    await redeem(world.browser(), token);
    expect(await redeem(world.browser(), token)).toMatchObject({
      __typename: 'LoginLinkUnusable',
      problem: 'USED',
      mayRenew: true,
    });
  });

  it.each([
    ['link', 59, 'LoggedIn'],
    ['link', 61, 'LoginLinkUnusable'],
    ['code', 9, 'LoggedIn'],
    ['code', 11, 'LoginLinkUnusable'],
  ] as const)('C027 a %s after %i minutes: %s', async (kind, minutes, outcome) => {
    const client = await aClient(world);
    const letter = await askForLink(world, client);
    world.clock.advance(minutes * MINUTE_MS);
    const result =
      kind === 'link'
        ? redeem(world.browser(), letter.token())
        : byCode(world.browser(), client, letter.code());
    expect((await result).__typename).toBe(outcome);
  });

  it('C027 the link of a letter whose code has run out still works', async () => {
    const client = await aClient(world);
    const letter = await askForLink(world, client);
    world.clock.advance(11 * MINUTE_MS);
    expect((await byCode(world.browser(), client, letter.code())).__typename).toBe('LoginLinkUnusable');
    expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoggedIn');
  });

  it('C030 the oldest of several links gets in, and all others and their codes are dead', async () => {
    const client = await aClient(world);
    const letters = [
      await askForLink(world, client),
      await askForLink(world, client),
      await askForLink(world, client),
    ];
    const [oldest, ...others] = letters;
    expect((await redeem(world.browser(), oldest?.token() ?? '')).__typename).toBe('LoggedIn');
    for (const letter of others) {
      expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoginLinkUnusable');
      expect((await byCode(world.browser(), client, letter.code())).__typename).toBe('LoginLinkUnusable');
    }
  });

  it('only the newest code of an account is live', async () => {
    const client = await aClient(world);
    const older = await askForLink(world, client);
    const newer = await askForLink(world, client);
    expect((await byCode(world.browser(), client, older.code())).__typename).toBe('LoginLinkUnusable');
    expect(
      (await byCode(world.browser(), client, newer.code().toLowerCase().replace('-', ' '))).__typename,
    ).toBe('LoggedIn');
    expect((await byCode(world.browser(), client, newer.code())).__typename).toBe('LoginLinkUnusable');
  });

  it('C032 opened where someone else is logged in: looking leaves both, going on replaces the session', async () => {
    const a = await aClient(world);
    const b = await aClient(world, { firstName: 'Bo', lastName: 'Lind' });
    const browser = await loggedInBrowser(world, a);
    const token = (await askForLink(world, b)).token();
    expect(await inspect(browser, token)).toMatchObject({
      usable: true,
      replacesSession: true,
      accountLabel: 'Bo L. at Northwind Coaching',
    });
    expect((await me(browser))?.id).toBe(a.id);
    expect((await redeem(browser, token)).__typename).toBe('LoggedIn');
    expect((await me(browser))?.id).toBe(b.id);
    expect(await sessionsOf(a)).toBe(0);
  });

  it('C033 the page learns first name, initial and practice: no username, no address', async () => {
    const client = await aClient(world, { username: 'secret.name' });
    const { response } = await world
      .browser()
      .ask(InspectLoginLinkDocument, { token: (await askForLink(world, client)).token() });
    expect(response.body).toContain('Maria K. at Northwind Coaching');
    expect(response.body).not.toMatch(/secret\.name|@/);
  });

  it('C034 the browser that asked is known again, any other waits for a click', async () => {
    const client = await aClient(world);
    const asking = world.browser();
    await asking.post({ query: '{ site { name } }' });
    const token = (await askForLink(world, client, asking)).token();
    expect((await inspect(world.browser(), token)).askedFromThisBrowser).toBe(false);
    expect((await inspect(asking, token)).askedFromThisBrowser).toBe(true);
  });

  it('C035 a used or expired link is renewed to the address on file, which nobody is shown', async () => {
    const client = await aClient(world, { username: 'renewing.name' });
    const token = (await askForLink(world, client)).token();
    world.clock.advance(61 * MINUTE_MS);
    expect(await inspect(world.browser(), token)).toMatchObject({
      usable: false,
      problem: 'EXPIRED',
      mayRenew: true,
      accountLabel: null,
    });
    const { response } = await world.browser().ask(RenewLoginLinkDocument, { token });
    expect(response.body).toContain('RecoveryRequested');
    expect(response.body).not.toMatch(/renewing|@/);
    const fresh = await world.latest(client.email);
    expect(fresh.token()).not.toBe(token);
    expect((await redeem(world.browser(), fresh.token())).__typename).toBe('LoggedIn');
  });

  it('C036 a token never issued gets the usual words and no letter; one dead token a few letters at most', async () => {
    const client = await aClient(world);
    const token = (await askForLink(world, client)).token();
    const before = (await world.letters()).length;
    const never = await world.browser().run(RenewLoginLinkDocument, { token: 'AAAAAAAAAAAAAAAAAAAAAA' });
    expect(never.renewLoginLink.__typename).toBe('RecoveryRequested');
    expect(await world.letters()).toHaveLength(before);
    const browser = world.browser();
    const outcomes: string[] = [];
    for (let i = 0; i < 20; i += 1)
      outcomes.push((await browser.run(RenewLoginLinkDocument, { token })).renewLoginLink.__typename);
    expect(outcomes[0]).toBe(never.renewLoginLink.__typename);
    expect(outcomes.at(-1)).toBe('TooManyAttempts');
    const mailed = (await world.letters()).length - before;
    expect(mailed).toBeGreaterThan(0);
    expect(mailed).toBeLessThanOrEqual(5);
  });

  it('C037 a link that was taken back can not be renewed', async () => {
    const client = await aClient(world);
    const token = (await askForLink(world, client)).token();
    await world.rows('update login_link set revoked_at = ? where account_id = ?', [
      world.clock.now(),
      client.id,
    ]);
    expect(await redeem(world.browser(), token)).toMatchObject({
      __typename: 'LoginLinkUnusable',
      problem: 'REVOKED',
      mayRenew: false,
    });
    const before = (await world.letters(client.email)).length;
    await world.browser().run(RenewLoginLinkDocument, { token });
    expect(await world.letters(client.email)).toHaveLength(before);
  });

  it('C038 when the session can not be written the link is not spent, and the next click gets in', async () => {
    const client = await aClient(world);
    const token = (await askForLink(world, client)).token();
    await world.rows(`create function refuse_session() returns trigger language plpgsql as
      'begin raise exception ''no session today''; end'`);
    await world.rows(
      'create trigger refuse before insert on session for each row execute function refuse_session()',
    );
    const { RedeemLoginLinkDocument } = await import('@latchstring/operations');
    const { errors } = await world.browser().ask(RedeemLoginLinkDocument, { token });
    await world.rows('drop trigger refuse on session');
    await world.rows('drop function refuse_session');
    expect(errors?.[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(errors?.[0]?.message).not.toMatch(/session today|sql/i);
    expect((await redeem(world.browser(), token)).__typename).toBe('LoggedIn');
  });

  it('C039 a token opens what it was made for: another purpose is no login link', async () => {
    const client = await aClient(world);
    const token = (await askForLink(world, client)).token();
    await world.rows('alter table login_link drop constraint login_link_purpose_check');
    await world.rows(`update login_link set purpose = 'EMAIL' where account_id = ?`, [client.id]);
    expect((await redeem(world.browser(), token)).__typename).toBe('LoginLinkUnusable');
    const [row] = await world.rows<{ used_at: unknown }>(
      'select used_at from login_link where account_id = ?',
      [client.id],
    );
    expect(row?.used_at).toBeNull();
  });

  it('C040 the mailed link begins with the configured origin, whatever Host and X-Forwarded-Host say', async () => {
    const client = await aClient(world);
    const plain = {
      query: 'mutation ($u: String!) { requestLoginLink(username: $u) { __typename } }',
      variables: { u: client.username },
    };
    const foreign = await world.browser().post(plain, { host: 'evil.test' });
    expect(foreign.response.statusCode).toBe(421);
    await world.browser().post(plain, { 'x-forwarded-host': 'evil.test', forwarded: 'host=evil.test' });
    const letter = await world.latest(client.email);
    expect(letter.links()[0]).toMatch(/^http:\/\/localhost:4000\/login\/link#/);
    expect(letter.text + letter.kept.html).not.toContain('evil.test');
  });

  it('C042 HEAD, OPTIONS and GET change nothing and set no session, then the person gets in', async () => {
    const client = await aClient(world);
    const letter = await askForLink(world, client);
    const dump = () => world.rows('select * from login_link where account_id = ?', [client.id]);
    const before = await dump();
    const scanner = world.browser({
      userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Safari/604.1',
    });
    for (const method of ['HEAD', 'OPTIONS', 'GET', 'GET', 'GET', 'GET', 'GET'] as const) {
      const response = await scanner.send(method, `/login/link?x=${letter.token()}`);
      expect(response.headers['set-cookie']).toBeUndefined();
    }
    expect(await dump()).toEqual(before);
    expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoggedIn');
  });

  it('C083 a token with punctuation stuck to its end, or a whole link, is read', async () => {
    const client = await aClient(world);
    const letter = await askForLink(world, client);
    for (const end of ['.', ',', ')', ']', '>', '"'])
      expect((await inspect(world.browser(), `${letter.token()}${end}`)).usable).toBe(true);
    expect((await redeem(world.browser(), `${letter.links()[0] ?? ''}.`)).__typename).toBe('LoggedIn');
  });

  it.each(['', 'short', 'x'.repeat(5_000), 'AAAA\u0000AAAAAAAAAAAAAAAAAA', '\ud800'])(
    'C047 an incomplete link %j is told as such, never a fault',
    async (token) => {
      const result = await redeem(world.browser(), token);
      expect(result.__typename).toBe('InvalidInput');
      if (result.__typename === 'InvalidInput') expect(result.fields[0]?.field).toBe('token');
      expect(await inspect(world.browser(), token)).toMatchObject({ usable: false, mayRenew: false });
    },
  );
});

describe('a login link and a coach', () => {
  it("is of no use where a coach of that client's practice is logged in, and the client is told once", async () => {
    const coach = await aCoach(world, { username: 'the.watching.coach' });
    const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
    const token = (await askForLink(world, client)).token();
    const browser = await loggedInBrowser(world, coach);
    expect(await inspect(browser, token)).toMatchObject({
      usable: false,
      problem: 'COACH_LOGGED_IN',
      accountLabel: null,
    });
    expect(await redeem(browser, token)).toMatchObject({
      __typename: 'LoginLinkUnusable',
      problem: 'COACH_LOGGED_IN',
    });
    const warnings = (await world.letters(client.email)).filter(({ subject }) =>
      subject.includes('opened by your coach'),
    );
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.links()).toHaveLength(0);
    const events = await world.rows(
      `select id from access_event where account_id = ? and kind = 'LOGIN_LINK_OPENED_BY_COACH'`,
      [client.id],
    );
    expect(events).toHaveLength(1);
    expect((await redeem(world.browser(), token)).__typename).toBe('LoggedIn');
  });

  it('is a login code too: right or not, it opens nothing there, and a right one is told to the client', async () => {
    const coach = await aCoach(world);
    const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
    const code = (await askForLink(world, client)).code();
    const browser = await loggedInBrowser(world, coach);
    expect(await byCode(browser, client, code)).toMatchObject({
      __typename: 'LoginLinkUnusable',
      problem: 'COACH_LOGGED_IN',
    });
    expect((await me(browser))?.username).toBe(coach.username);
    expect((await world.latest(client.email)).subject).toContain('opened by your coach');
    expect((await byCode(world.browser(), client, code)).__typename).toBe('LoggedIn');
  });

  it('is any link where a coach of another practice is logged in', async () => {
    const coach = await aCoach(world);
    const token = (await askForLink(world, await aClient(world))).token();
    expect(await inspect(await loggedInBrowser(world, coach), token)).toMatchObject({
      usable: true,
      replacesSession: true,
    });
  });
});

describe('link policy', () => {
  it('PASSWORD_TOO: asks for the password, counts wrong ones, spends nothing before the right one', async () => {
    const client = await aClient(world, { loginLinkPolicy: 'PASSWORD_TOO' });
    const letter = await askForLink(world, client);
    expect(() => letter.code()).toThrow();
    const token = letter.token();
    expect((await redeem(world.browser(), token)).__typename).toBe('PasswordNeeded');
    const outcomes: string[] = [];
    for (let i = 0; i < 11; i += 1)
      outcomes.push((await redeem(world.browser(), token, `wrong ${i}`)).__typename);
    expect(outcomes[0]).toBe('InvalidCredentials');
    expect(outcomes.at(-1)).toBe('TooManyAttempts');
    world.clock.advance(16 * MINUTE_MS);
    expect((await redeem(world.browser(), token, client.password)).__typename).toBe('LoggedIn');
  });

  it('PASSWORD_TOO without a password set counts as ALLOWED', async () => {
    const client = await aClient(world, { loginLinkPolicy: 'PASSWORD_TOO', password: null });
    expect((await redeem(world.browser(), (await askForLink(world, client)).token())).__typename).toBe(
      'LoggedIn',
    );
  });

  it('NEVER: the letter holds no link and says why; a link made before is dead', async () => {
    const client = await aClient(world);
    const token = (await askForLink(world, client)).token();
    await world.rows(`update account set login_link_policy = 'NEVER' where id = ?`, [client.id]);
    expect((await redeem(world.browser(), token)).__typename).toBe('LoginLinkUnusable');
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    const letter = await world.latest(client.email);
    expect(letter.subject).toContain('turned off');
    expect(letter.links()).toHaveLength(0);
  });
});

describe('a login code', () => {
  it('C029 of 100 guesses at once five are looked at, for a hit and for an invented name alike, and the link still works', async () => {
    const client = await aClient(world);
    const letter = await askForLink(world, client);
    const guess = async (username: string) => {
      const tries = Array.from({ length: 100 }, (_, i) =>
        world
          .browser()
          .run(RedeemLoginCodeDocument, { username, code: `ZZZZ-ZZ${String(i).padStart(2, '0')}` }),
      );
      const outcomes = (await Promise.all(tries)).map(({ redeemLoginCode }) => redeemLoginCode.__typename);
      return {
        refused: outcomes.filter((o) => o === 'TooManyAttempts').length,
        wrong: outcomes.filter((o) => o === 'LoginLinkUnusable').length,
      };
    };
    const hit = await guess(client.username);
    expect(hit).toEqual({ refused: 95, wrong: 5 });
    expect(await guess('nobody.with.codes')).toEqual(hit);
    expect((await byCode(world.browser(), client, letter.code())).__typename).toBe('TooManyAttempts');
    expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoggedIn');
  }, 60_000);

  it('a code of the wrong shape names its field', async () => {
    const client = await aClient(world);
    const result = await byCode(world.browser(), client, '12');
    expect(result).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'code' }] });
  });

  it('a login by code may set a password, like one by link', async () => {
    const client = await aClient(world);
    const browser = world.browser();
    await byCode(browser, client, (await askForLink(world, client)).code());
    expect((await me(browser))?.maySetPasswordWithoutCurrent).toBe(true);
  });
});

describe('what is kept and told', () => {
  it('C054 the database holds hashes of tokens and nothing that works', async () => {
    const client = await aClient(world);
    const letter = await askForLink(world, client);
    const browser = await browserByLink(world, client);
    const secrets = [
      letter.token(),
      letter.code(),
      letter.code().replace('-', ''),
      ...browser.cookies.values(),
    ];
    const dump: string[] = [];
    const tables = await world.rows<{ name: string }>(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
        where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) dump.push(JSON.stringify(await world.rows('select * from ' + name)));
    const everything = dump.join('\n');
    expect(everything).toContain(client.username);
    for (const secret of secrets) expect(everything).not.toContain(secret);
  });

  it('P060 a login by link from a new browser is told to its owner by letter, without any secret', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    const token = (await askForLink(world, client)).token();
    expect((await redeem(browser, token)).__typename).toBe('LoggedIn');
    const toldOf = async () =>
      (await world.letters(client.email)).filter(({ subject }) => subject.includes('new login'));
    expect(await toldOf()).toHaveLength(0);
    await browserByLink(world, client);
    const told = await toldOf();
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('Firefox on Windows');
    expect(told[0]?.links()).toHaveLength(0);
  });
});
