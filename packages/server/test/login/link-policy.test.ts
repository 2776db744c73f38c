import {
  CheckMessageDocument,
  InspectLoginLinkDocument,
  RedeemLoginCodeDocument,
  SendMessageDocument,
  SetLoginLinkPolicyDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { askForLink, browserByLink, diaryOf, loggedInBrowser, me, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const QUARTER_MS = 15 * 60_000;

type Policy = 'ALLOWED' | 'PASSWORD_TOO' | 'NEVER';

async function choose(browser: Browser, policy: Policy, currentPassword: string | null = null) {
  return (await browser.run(SetLoginLinkPolicyDocument, { policy, currentPassword })).setLoginLinkPolicy;
}

const linksOf = (client: Person) => world.rows('select id from login_link where account_id = ?', [client.id]);

const codesOf = (client: Person) =>
  world.rows('select code_hash from login_code where account_id = ?', [client.id]);

describe('NEVER', () => {
  it('C111 kills live links and codes, mails none, and a message with [loginLink] makes none', async () => {
    const coach = await aCoach(world);
    const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
    const letter = await askForLink(world, client);
    const browser = await loggedInBrowser(world, client);
    expect(await choose(browser, 'NEVER')).toMatchObject({ __typename: 'MyAccountChanged' });
    expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoginLinkUnusable');
    const { username } = client;
    const byCode = await world.browser().run(RedeemLoginCodeDocument, { username, code: letter.code() });
    expect(byCode.redeemLoginCode.__typename).toBe('LoginLinkUnusable');

    const before = (await linksOf(client)).length;
    const refusal = await askForLink(world, client);
    expect(refusal.links()).toEqual([]);
    expect(refusal.prose).toContain('turned login links off');
    const desk = await loggedInBrowser(world, coach);
    const recipients = { clientIds: [client.id], allActive: false };
    const input = {
      subject: 'In',
      body: '[loginLink]',
      bodyFormat: 'TEXT' as const,
      copyToMe: false,
      recipients,
    };
    const { checkMessage } = await desk.run(CheckMessageDocument, { input, previews: 1 });
    expect(checkMessage).toMatchObject({
      problems: [{ kind: 'LINKS_REFUSED_BY_CLIENT', clients: [{ id: client.id }] }],
    });
    await desk.run(SendMessageDocument, { input });
    await world.settle();
    expect(await linksOf(client)).toHaveLength(before);
    expect((await world.letters(client.email)).map(({ subject }) => subject)).not.toContain('In');
  });

  it('leaves what it killed dead when links are allowed again', async () => {
    const client = await aClient(world);
    const letter = await askForLink(world, client);
    const browser = await loggedInBrowser(world, client);
    await choose(browser, 'NEVER');
    await choose(browser, 'ALLOWED');
    expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoginLinkUnusable');
    expect((await redeem(world.browser(), (await askForLink(world, client)).token())).__typename).toBe(
      'LoggedIn',
    );
  });
});

describe('PASSWORD_TOO', () => {
  it('asks for the password after the link, makes no code, and ends the code there is for good', async () => {
    const client = await aClient(world);
    const { username, password } = client;
    const early = await askForLink(world, client);
    const browser = await loggedInBrowser(world, client);
    await choose(browser, 'PASSWORD_TOO');
    expect(await codesOf(client)).toEqual([]);
    const letter = await askForLink(world, client);
    expect(() => letter.code()).toThrow();
    expect(await codesOf(client)).toEqual([]);
    const { inspectLoginLink } = await world
      .browser()
      .run(InspectLoginLinkDocument, { token: early.token() });
    expect(inspectLoginLink.usable).toBe(true);
    expect((await redeem(world.browser(), early.token())).__typename).toBe('PasswordNeeded');
    expect((await redeem(world.browser(), early.token(), password)).__typename).toBe('LoggedIn');
    await choose(browser, 'ALLOWED');
    const byCode = await world.browser().run(RedeemLoginCodeDocument, { username, code: early.code() });
    expect(byCode.redeemLoginCode.__typename).toBe('LoginLinkUnusable');
  });

  it('a wrong password behind a link stands in the diary, and spends nothing', async () => {
    const client = await aClient(world, { loginLinkPolicy: 'PASSWORD_TOO' });
    const letter = await askForLink(world, client);
    expect((await redeem(world.browser(), letter.token(), 'a guess')).__typename).toBe('InvalidCredentials');
    const browser = world.browser();
    expect((await redeem(browser, letter.token(), client.password)).__typename).toBe('LoggedIn');
    expect((await diaryOf(world, browser)).filter(({ kind }) => kind === 'LOGIN_FAILED')).toHaveLength(1);
  });
});

describe('a stricter policy', () => {
  it.each(['PASSWORD_TOO', 'NEVER'] as const)(
    '%s takes a password used just now: a login by link alone is not enough',
    async (policy) => {
      const client = await aClient(world);
      const byLink = await browserByLink(world, client);
      expect((await choose(byLink, policy)).__typename).toBe('CurrentPasswordWrong');
      expect((await choose(byLink, policy, 'not it')).__typename).toBe('CurrentPasswordWrong');
      expect((await me(byLink))?.loginLinkPolicy).toBe('ALLOWED');
      expect(await choose(byLink, policy, client.password)).toMatchObject({
        me: { loginLinkPolicy: policy },
      });
    },
  );

  it('takes it again a quarter of an hour after the login', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    world.clock.advance(QUARTER_MS - 1);
    expect((await choose(browser, 'PASSWORD_TOO')).__typename).toBe('MyAccountChanged');
    world.clock.advance(1);
    expect((await choose(browser, 'NEVER')).__typename).toBe('CurrentPasswordWrong');
  });

  it('locks nobody out who has no password', async () => {
    const client = await aClient(world, { password: null });
    const browser = await browserByLink(world, client);
    for (const policy of ['PASSWORD_TOO', 'NEVER'] as const)
      expect(await choose(browser, policy, 'anything')).toMatchObject({
        __typename: 'InvalidInput',
        fields: [{ field: 'policy' }],
      });
    await browser.run(SetPasswordDocument, { newPassword: 'four calm otters swim', currentPassword: null });
    expect((await choose(browser, 'NEVER', 'four calm otters swim')).__typename).toBe('MyAccountChanged');
  });

  it('may be set with read-only access; a laxer one may not', async () => {
    const client = await aClient(world, { status: 'INACTIVE', mayLogInWhileInactive: true });
    const browser = await loggedInBrowser(world, client);
    expect((await choose(browser, 'NEVER')).__typename).toBe('MyAccountChanged');
    expect((await choose(browser, 'ALLOWED')).__typename).toBe('ReadOnlyAccess');
    expect((await me(browser))?.loginLinkPolicy).toBe('NEVER');
  });
});

describe('every change of it', () => {
  it('stands in the diary and is told by letter, with what to do if it was not you', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    await choose(browser, 'NEVER');
    await choose(browser, 'NEVER');
    const strict = await world.latest(client.email);
    expect(strict.subject).toContain('what login links may do was changed');
    expect(strict.prose).toContain('no login links and codes are made');
    expect(strict.prose).toMatch(/Was it not you\? Log in, set a new password at once, and tell your coach/);
    expect(strict.prose).not.toContain('Have a login link mailed');
    // Two within ten minutes would be one letter.
    world.clock.advance(11 * 60_000);
    await choose(browser, 'ALLOWED');
    const lax = await world.latest(client.email);
    expect(lax.prose).toContain('a login link alone logs you in');
    expect(lax.prose).toContain('Was it not you?');
    const rows = (await diaryOf(world, browser)).filter(({ kind }) => kind === 'LINK_POLICY_CHANGED');
    expect(rows.map(({ actor, device }) => [actor, device])).toEqual([
      ['You', 'Firefox on Windows'],
      ['You', 'Firefox on Windows'],
    ]);
  });

  it('two at once, one of them judged by what no longer stands: none slips through', async () => {
    const client = await aClient(world, { loginLinkPolicy: 'NEVER' });
    const browser = await loggedInBrowser(world, client);
    const both = await Promise.all([choose(browser, 'ALLOWED'), choose(browser, 'PASSWORD_TOO')]);
    const kinds = both.map(({ __typename }) => __typename).sort();
    expect([
      ['InvalidInput', 'MyAccountChanged'],
      ['MyAccountChanged', 'MyAccountChanged'],
    ]).toContainEqual(kinds);
  });

  it('a letter about something else never advises a link to whoever has turned links off, without saying so', async () => {
    const client = await aClient(world, { loginLinkPolicy: 'NEVER' });
    const browser = await loggedInBrowser(world, client);
    const { password: currentPassword } = client;
    await browser.run(SetPasswordDocument, { newPassword: 'four calm otters swim', currentPassword });
    const letter = await world.latest(client.email);
    expect(letter.subject).toContain('password was changed');
    expect(letter.prose).toContain('You have turned login links off');
  });
});
