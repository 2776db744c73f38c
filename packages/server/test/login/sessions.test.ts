import {
  ChangeUsernameDocument,
  LoginDocument,
  LogoutDocument,
  RedeemLoginCodeDocument,
  RedeemLoginLinkDocument,
  RequestLoginLinkDocument,
  RenewLoginLinkDocument,
  SetPasswordDocument,
  UpdateMyProfileDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { hashToken } from '../../src/platform/random-token.ts';
import { askForLink, browserByLink, logIn, loggedInBrowser, me, redeem } from '../world/acts.ts';
import { aClient, aCoach } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const DAY_MS = 24 * 60 * 60_000;

const deactivate = (id: string, access = false) =>
  world.rows(`update account set status = 'INACTIVE', may_log_in_while_inactive = ? where id = ?`, [
    access,
    id,
  ]);

describe('deactivation', () => {
  it.each([
    ['active', 'ACTIVE', false, { login: 'LoggedIn', letter: 'link', access: 'FULL' }],
    ['deactivated', 'INACTIVE', false, { login: 'AccountInactive', letter: 'no link', access: null }],
    ['deactivated with access', 'INACTIVE', true, { login: 'LoggedIn', letter: 'link', access: 'READ_ONLY' }],
  ] as const)(
    'C048 one rule answers for login, link, code and living session: %s',
    async (_kind, status, access, expected) => {
      const client = await aClient(world);
      const early = await askForLink(world, client);
      const live = await loggedInBrowser(world, client);
      await world.rows('update account set status = ?, may_log_in_while_inactive = ? where id = ?', [
        status,
        access,
        client.id,
      ]);
      expect((await me(live))?.access ?? null).toBe(expected.access);
      expect((await logIn(world.browser(), client.username, client.password)).__typename).toBe(
        expected.login,
      );
      await world.browser().run(RequestLoginLinkDocument, { username: client.username });
      const letter = await world.latest(client.email);
      expect(letter.links().length > 0 ? 'link' : 'no link').toBe(expected.letter);
      const code = expected.letter === 'link' ? letter.code() : early.code();
      const byCode = await world.browser().run(RedeemLoginCodeDocument, { username: client.username, code });
      expect(byCode.redeemLoginCode.__typename).toBe(expected.access ? 'LoggedIn' : 'LoginLinkUnusable');
      if (expected.access)
        expect((await me(await browserByLink(world, client)))?.access).toBe(expected.access);
      else expect((await redeem(world.browser(), early.token())).__typename).toBe('LoginLinkUnusable');
    },
  );

  it('C049 J3 is explained to the owner alone: in the letter, and after the right password', async () => {
    const coach = await aCoach(world);
    const client = await aClient(world, {
      coachId: coach.id,
      practiceId: coach.practiceId,
      status: 'INACTIVE',
    });
    const { requestLoginLink } = await world
      .browser()
      .run(RequestLoginLinkDocument, { username: client.username });
    expect(requestLoginLink.__typename).toBe('RecoveryRequested');
    const letter = await world.latest(client.email);
    expect(letter.links()).toHaveLength(0);
    expect(letter.text).toContain('deactivated');
    expect(letter.text).toContain('hello@northwind.example.com');
    const browser = world.browser();
    expect((await logIn(browser, client.username, 'not the password')).__typename).toBe('InvalidCredentials');
    const right = await logIn(browser, client.username, client.password);
    expect(right).toMatchObject({
      __typename: 'AccountInactive',
      coachName: 'Dana Okafor',
      supportEmail: 'hello@northwind.example.com',
    });
    expect([...browser.cookies.keys()].filter((name) => name.endsWith('session'))).toHaveLength(0);
  });

  it('C050 ends an open tab with its next request, and the old cookie stays dead after a reactivation', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    await deactivate(client.id);
    expect(await me(browser)).toBeNull();
    world.clock.advance(7 * DAY_MS);
    await world.rows(`update account set status = 'ACTIVE' where id = ?`, [client.id]);
    expect(await me(browser)).toBeNull();
  });

  it('C051 a link sent before looks like an expired one, and its renewal mails the explanation', async () => {
    const client = await aClient(world);
    const letter = await askForLink(world, client);
    await deactivate(client.id);
    const byCode = await world
      .browser()
      .run(RedeemLoginCodeDocument, { username: client.username, code: letter.code() });
    expect(byCode.redeemLoginCode.__typename).toBe('LoginLinkUnusable');
    const result = await redeem(world.browser(), letter.token());
    expect(result).toMatchObject({ __typename: 'LoginLinkUnusable', problem: 'EXPIRED', mayRenew: true });
    expect(JSON.stringify(result)).not.toMatch(/deactivat/i);
    await world.browser().run(RenewLoginLinkDocument, { token: letter.token() });
    expect((await world.latest(client.email)).text).toContain('deactivated');
  });

  it('C052 J3 read-only access: own credentials may be changed, other writes answer ReadOnlyAccess and write nothing', async () => {
    const client = await aClient(world, { status: 'INACTIVE', mayLogInWhileInactive: true, firstName: 'Li' });
    const browser = await browserByLink(world, client);
    expect((await me(browser))?.access).toBe('READ_ONLY');
    const profile = await browser.run(UpdateMyProfileDocument, { input: { firstName: 'Changed' } });
    expect(profile.updateMyProfile.__typename).toBe('ReadOnlyAccess');
    expect((await me(browser))?.firstName).toBe('Li');
    const password = await browser.run(SetPasswordDocument, { newPassword: 'seven quiet tin boats' });
    expect(password.setPassword.__typename).toBe('MyAccountChanged');
    const name = await browser.run(ChangeUsernameDocument, { username: 'li.renamed' });
    expect(name.changeUsername.__typename).toBe('MyAccountChanged');
    expect(await browser.run(LogoutDocument, {})).toEqual({ logout: true });
  });
});

describe('sessions', () => {
  it('C053 C031 a new password ends other sessions, links and codes; this session stays and the owner is told', async () => {
    const client = await aClient(world);
    const a = await loggedInBrowser(world, client);
    const b = await loggedInBrowser(world, client);
    const c = await browserByLink(world, client);
    const waiting = await askForLink(world, client);
    await c.run(SetPasswordDocument, { newPassword: 'seven quiet tin boats' });
    expect(await me(a)).toBeNull();
    expect(await me(b)).toBeNull();
    expect((await me(c))?.id).toBe(client.id);
    expect((await redeem(world.browser(), waiting.token())).__typename).toBe('LoginLinkUnusable');
    const byCode = await world
      .browser()
      .run(RedeemLoginCodeDocument, { username: client.username, code: waiting.code() });
    expect(byCode.redeemLoginCode.__typename).toBe('LoginLinkUnusable');
    const notice = await world.latest(client.email);
    expect(notice.subject).toContain('password was changed');
    expect(notice.text).not.toContain('seven quiet tin boats');
    expect(notice.links()).toHaveLength(0);
  });

  it('C054 an invented cookie is never adopted, a replayed one is refused, the table holds hashes', async () => {
    const client = await aClient(world);
    const invented = 'A'.repeat(43);
    const browser = world.browser();
    browser.cookies.set('latchstring-session', invented);
    expect((await logIn(browser, client.username, client.password)).__typename).toBe('LoggedIn');
    const given = browser.cookies.get('latchstring-session') ?? '';
    expect(given).not.toBe(invented);
    expect(Buffer.from(given, 'base64url')).toHaveLength(32);
    const [row] = await world.rows<{ token_hash: string }>(
      'select token_hash from session where account_id = ?',
      [client.id],
    );
    expect(row?.token_hash).toBe(hashToken(given));
    expect(row?.token_hash).not.toBe(given);
    await browser.run(LogoutDocument, {});
    const replay = world.browser();
    replay.cookies.set('latchstring-session', given);
    expect(await me(replay)).toBeNull();
  });

  it('P096 a new login in a browser ends the session that was there', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    const old = browser.cookies.get('latchstring-session') ?? '';
    await logIn(browser, client.username, client.password);
    const replay = world.browser();
    replay.cookies.set('latchstring-session', old);
    expect(await me(replay)).toBeNull();
  });

  it('C099 the cookie of a development origin: HttpOnly, Lax, the whole site, whole seconds, no prefix, no Secure', async () => {
    const client = await aClient(world);
    const { response } = await world
      .browser()
      .ask(LoginDocument, { username: client.username, password: client.password });
    const cookies = [response.headers['set-cookie']].flat().map(String);
    const session = cookies.find((cookie) => cookie.includes('session')) ?? '';
    expect(session).toMatch(/^latchstring-session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(response.body).not.toContain(session.slice(20, 63));
  });

  it.each([
    ['client', 13, 15, 61],
    ['coach', 0.4, 0.6, 15],
  ] as const)(
    'P098 a %s stays logged in while active, not when idle, and not for ever',
    async (role, activeDays, idleDays, endDays) => {
      const person = role === 'coach' ? await aCoach(world) : await aClient(world);
      const idle = await loggedInBrowser(world, person);
      world.clock.advance(idleDays * DAY_MS);
      expect(await me(idle)).toBeNull();
      const active = await loggedInBrowser(world, person);
      let days = 0;
      while (days + activeDays < endDays - 1) {
        world.clock.advance(activeDays * DAY_MS);
        days += activeDays;
        expect((await me(active))?.id).toBe(person.id);
      }
      world.clock.advance((endDays - days) * DAY_MS);
      expect(await me(active)).toBeNull();
    },
  );

  it('C101 a tab that still shows A does nothing in the name of B', async () => {
    const a = await aClient(world);
    const b = await aClient(world);
    const browser = await loggedInBrowser(world, a);
    await logIn(browser, b.username, b.password);
    const { errors } = await browser.ask(
      UpdateMyProfileDocument,
      { input: { firstName: 'Typed for A' } },
      { 'latchstring-account': a.id },
    );
    expect(errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED', reason: 'ACCOUNT_CHANGED' });
    expect((await me(browser))?.firstName).toBe('Maria');
    const own = await browser.ask(
      UpdateMyProfileDocument,
      { input: { firstName: 'Typed for B' } },
      { 'latchstring-account': b.id },
    );
    expect(own.data?.updateMyProfile.__typename).toBe('MyAccountChanged');
  });

  it('P097 housekeeping removes what has run out and leaves what is live', async () => {
    const { keepHouse } = await import('../world/keep-house.ts');
    const client = await aClient(world);
    const letter = await askForLink(world, client);
    await loggedInBrowser(world, client);
    world.clock.advance(61 * DAY_MS);
    const fresh = await loggedInBrowser(world, client);
    await keepHouse(world);
    const count = async (table: 'session' | 'login_link' | 'login_code') =>
      (await world.rows('select 1 from ' + table + ' where account_id = ?', [client.id])).length;
    expect(await count('session')).toBe(1);
    expect(await count('login_link')).toBe(0);
    expect(await count('login_code')).toBe(0);
    expect((await me(fresh))?.id).toBe(client.id);
    const { data } = await world.browser().ask(RedeemLoginLinkDocument, { token: letter.token() });
    expect(data?.redeemLoginLink.__typename).toBe('LoginLinkUnusable');
  });
});

describe('my profile', () => {
  it('names the field of every fault and changes nothing', async () => {
    const browser = await loggedInBrowser(world, await aClient(world));
    const input = {
      firstName: 'x'.repeat(1_000),
      lastName: 'A\r\nBcc: x@evil.test',
      timeZone: 'Mars/Olympus',
      locale: 'tlh',
    };
    const { updateMyProfile } = await browser.run(UpdateMyProfileDocument, { input });
    expect(updateMyProfile).toMatchObject({ __typename: 'InvalidInput' });
    if (updateMyProfile.__typename === 'InvalidInput')
      expect(updateMyProfile.fields.map(({ field }) => field)).toEqual([
        'input.firstName',
        'input.lastName',
        'input.timeZone',
        'input.locale',
      ]);
    expect(await me(browser)).toMatchObject({ firstName: 'Maria', timeZone: 'Europe/Madrid' });
  });

  it('keeps what is left out', async () => {
    const browser = await loggedInBrowser(world, await aClient(world));
    await browser.run(UpdateMyProfileDocument, { input: { timeZone: 'Asia/Tokyo' } });
    expect(await me(browser)).toMatchObject({
      firstName: 'Maria',
      lastName: 'Keller',
      timeZone: 'Asia/Tokyo',
    });
  });

  it('C105 a username may be changed shortly after a login, later with the current password only', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    world.clock.advance(16 * 60_000);
    const change = async (currentPassword?: string) =>
      (
        await browser.run(ChangeUsernameDocument, {
          username: 'later.name',
          ...(currentPassword ? { currentPassword } : {}),
        })
      ).changeUsername.__typename;
    expect(await change()).toBe('CurrentPasswordWrong');
    expect(await change('not the password')).toBe('CurrentPasswordWrong');
    expect(await change(client.password)).toBe('MyAccountChanged');
    expect((await world.latest(client.email)).text).toContain('later.name');
    expect((await logIn(world.browser(), client.username, client.password)).__typename).toBe(
      'InvalidCredentials',
    );
  });
});
