import {
  ChangeUsernameDocument,
  LoginDocument,
  RedeemLoginCodeDocument,
  RequestLoginLinkDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { askForLink, browserByLink, loggedInBrowser, logIn, me } from '../world/acts.ts';
import { aClient } from '../world/people.ts';
import { realHashing, useWorld } from '../world/world.ts';

const world = useWorld({ settings: realHashing });

async function setPassword(
  browser: ReturnType<typeof world.browser>,
  newPassword: string,
  currentPassword?: string,
) {
  const variables = { newPassword, ...(currentPassword === undefined ? {} : { currentPassword }) };
  return (await browser.run(SetPasswordDocument, variables)).setPassword;
}

async function changeUsername(browser: ReturnType<typeof world.browser>, username: string) {
  return (await browser.run(ChangeUsernameDocument, { username })).changeUsername;
}

describe('typing a username', () => {
  it('C001 a space after the name is no part of it: login, link and code find the account', async () => {
    const client = await aClient(world, { username: 'grey.heron' });
    expect((await logIn(world.browser(), 'grey.heron ', client.password)).__typename).toBe('LoggedIn');
    await world.browser().run(RequestLoginLinkDocument, { username: 'grey.heron ' });
    const letters = await world.letters(client.email);
    expect(letters).toHaveLength(1);
    const code = letters[0]?.code() ?? '';
    const byCode = await world.browser().run(RedeemLoginCodeDocument, { username: ' grey.heron ', code });
    expect(byCode.redeemLoginCode.__typename).toBe('LoggedIn');
  });

  describe.each([
    ['first letter capital', 'Kite.straße.é'],
    ['all capitals', 'KITE.STRASSE.É'],
    ['full-width letters', 'ｋｉｔｅ.straße.é'],
    ['accents apart', 'kite.strasse.e\u0301'],
  ])('C002 %s', (kind, variant) => {
    it('is the same name for login, link, code and a change of username', async () => {
      const tag = kind.replaceAll(' ', '-');
      const own = `kite.straße.é.${tag}`;
      const client = await aClient(world, { username: own });
      const typed = `${variant}.${tag}`;
      expect((await logIn(world.browser(), typed, client.password)).__typename).toBe('LoggedIn');
      await world.browser().run(RequestLoginLinkDocument, { username: typed });
      const code = (await world.latest(client.email)).code();
      const byCode = await world.browser().run(RedeemLoginCodeDocument, { username: typed, code });
      expect(byCode.redeemLoginCode.__typename).toBe('LoggedIn');
      const other = await loggedInBrowser(world, await aClient(world));
      expect((await changeUsername(other, typed)).__typename).toBe('UsernameTaken');
      const owner = await loggedInBrowser(world, client);
      expect((await changeUsername(owner, typed)).__typename).toBe('MyAccountChanged');
      expect((await me(owner))?.username).toBe(typed.normalize('NFC'));
    });
  });

  it('C003 another spelling of a taken name is taken, also for the index', async () => {
    await aClient(world, { username: 'night.heron' });
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    expect((await changeUsername(browser, 'NIGHT.HERON')).__typename).toBe('UsernameTaken');
    expect((await changeUsername(browser, 'night\u200B.heron')).__typename).toBe('UsernameTaken');
    const past = world.rows('update account set username_key = ? where id = ?', ['night.heron', client.id]);
    await expect(past).rejects.toThrow(/unique/i);
  });

  it('C018 trying name after name in a change of username ends in TooManyAttempts, and shows nothing of the database', async () => {
    const names = await Promise.all(
      Array.from({ length: 40 }, (_, i) => aClient(world, { username: `taken.name.${i}` })),
    );
    const browser = await loggedInBrowser(world, await aClient(world));
    const outcomes: string[] = [];
    for (const { username } of names) {
      const outcome = await changeUsername(browser, username);
      outcomes.push(outcome.__typename);
      expect(JSON.stringify(outcome)).not.toMatch(/constraint|unique|sql|account_/i);
    }
    expect(outcomes[0]).toBe('UsernameTaken');
    expect(outcomes.at(-1)).toBe('TooManyAttempts');
    expect(outcomes.indexOf('TooManyAttempts')).toBeLessThanOrEqual(20);
  }, 60_000);

  it('C006 an address typed as a username gets the usual words, and no mail', async () => {
    const client = await aClient(world, { email: 'typed.as.name@client.test' });
    const { requestLoginLink } = await world
      .browser()
      .run(RequestLoginLinkDocument, { username: client.email });
    const usual = await world.browser().run(RequestLoginLinkDocument, { username: 'nobody.at.all' });
    expect(requestLoginLink).toEqual(usual.requestLoginLink);
    expect(await world.letters(client.email)).toHaveLength(0);
  });

  it('C007 the address is no username, but letter, login and My Account show the one to use', async () => {
    const client = await aClient(world, { username: 'remember.me' });
    const letter = await askForLink(world, client);
    expect(letter.text).toContain('remember.me');
    const browser = await browserByLink(world, client);
    expect((await me(browser))?.username).toBe('remember.me');
    expect((await setPassword(browser, 'seven quiet tin boats')).__typename).toBe('MyAccountChanged');
    world.clock.advance(24 * 60 * 60 * 1000);
    const wrong = await logIn(world.browser(), client.email, 'seven quiet tin boats');
    expect(wrong.__typename).toBe('InvalidCredentials');
    expect((await logIn(world.browser(), 'remember.me', 'seven quiet tin boats')).__typename).toBe(
      'LoggedIn',
    );
  });
});

describe('typing a password', () => {
  it('C004 spaces count, and an é is an é on every keyboard', async () => {
    const client = await aClient(world);
    const browser = await browserByLink(world, client);
    const password = '  caf\u00e9 boats at noon ';
    expect((await setPassword(browser, password)).__typename).toBe('MyAccountChanged');
    expect((await logIn(world.browser(), client.username, password)).__typename).toBe('LoggedIn');
    expect((await logIn(world.browser(), client.username, password.trim())).__typename).toBe(
      'InvalidCredentials',
    );
    const apart = password.replace('\u00e9', 'e\u0301');
    expect((await logIn(world.browser(), client.username, apart)).__typename).toBe('LoggedIn');
  });

  const sentence = 'the otter keeps eleven green umbrellas under a bridge in april and ';
  it.each([
    ['11 code points', 'kq7 vz2 xw9', 'PasswordRejected'],
    ['12 different emoji', '😀🐙🚲🌵🍋🎻🧭🪁🦉🥁🧦🛶', 'MyAccountChanged'],
    ['a lower-case sentence without digits', 'otters keep green umbrellas', 'MyAccountChanged'],
    ['256 code points', sentence.repeat(4).slice(0, 256), 'MyAccountChanged'],
    ['257 code points', sentence.repeat(4).slice(0, 257), 'PasswordRejected'],
    ['10,000 code points', 'x'.repeat(10_000), 'PasswordRejected'],
    ['a guessable word and numbers', 'password1234', 'PasswordRejected'],
    ['a row of keys', 'qwertyuiop12', 'PasswordRejected'],
    ['their own names run together', 'christopherlongbottom', 'PasswordRejected'],
  ])('C005 %s', async (_kind, password, outcome) => {
    const client = await aClient(world, { firstName: 'Christopher', lastName: 'Longbottom' });
    const browser = await browserByLink(world, client);
    const result = await setPassword(browser, password);
    expect(result.__typename).toBe(outcome);
    if (result.__typename === 'PasswordRejected') {
      expect(result.reasons.join(' ')).toMatch(/characters|guessed/);
      // C104: a refusal loses nothing.
      expect((await me(browser))?.maySetPasswordWithoutCurrent).toBe(true);
    }
  });

  it.each(['Keller.Maria', 'Maria-Keller-1', 'maria.keller.2026', 'kellermariakeller', 'Okafor, Dana & 7'])(
    'C005 own names and the coach’s count for nothing: %s',
    async (password) => {
      const client = await aClient(world, { firstName: 'Maria', lastName: 'Keller' });
      const result = await setPassword(await browserByLink(world, client), password);
      expect(result.__typename).toBe('PasswordRejected');
    },
  );

  it('C005 a name in a passphrase does no harm', async () => {
    const client = await aClient(world, { firstName: 'Maria', lastName: 'Keller' });
    const result = await setPassword(await browserByLink(world, client), 'maria keeps eleven umbrellas');
    expect(result.__typename).toBe('MyAccountChanged');
  });

  it('C104 without the current one: once after a login by link, then not again', async () => {
    const browser = await browserByLink(world, await aClient(world));
    expect((await me(browser))?.maySetPasswordWithoutCurrent).toBe(true);
    expect((await setPassword(browser, 'password1234')).__typename).toBe('PasswordRejected');
    expect((await me(browser))?.maySetPasswordWithoutCurrent).toBe(true);
    expect((await setPassword(browser, 'seven quiet tin boats')).__typename).toBe('MyAccountChanged');
    expect((await me(browser))?.maySetPasswordWithoutCurrent).toBe(false);
    expect((await setPassword(browser, 'eight quiet tin boats')).__typename).toBe('CurrentPasswordWrong');
    const proven = await setPassword(browser, 'eight quiet tin boats', 'seven quiet tin boats');
    expect(proven.__typename).toBe('MyAccountChanged');
  });

  it('C105 the current password is asked for after a login by password, 16 minutes after a link, and of nobody', async () => {
    const client = await aClient(world);
    const byPassword = await loggedInBrowser(world, client);
    expect((await setPassword(byPassword, 'seven quiet tin boats')).__typename).toBe('CurrentPasswordWrong');
    const byLink = await browserByLink(world, client);
    world.clock.advance(16 * 60 * 1000);
    expect((await setPassword(byLink, 'seven quiet tin boats')).__typename).toBe('CurrentPasswordWrong');
    const { errors } = await world
      .browser()
      .ask(SetPasswordDocument, { newPassword: 'seven quiet tin boats' });
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('wrong current passwords are counted for the account, and the right one then waits too', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    const outcomes: string[] = [];
    for (let i = 0; i < 11; i += 1)
      outcomes.push((await setPassword(browser, 'seven quiet tin boats', `wrong ${i}`)).__typename);
    expect(outcomes.filter((o) => o === 'CurrentPasswordWrong')).toHaveLength(10);
    expect(outcomes.at(-1)).toBe('TooManyAttempts');
  });

  it('P063 a hash made with weaker parameters is renewed at login', async () => {
    const client = await aClient(world);
    const { default: argon2 } = await import('argon2');
    const weak = await argon2.hash('paper boats at noon', { memoryCost: 8192, timeCost: 2, parallelism: 1 });
    await world.rows('update account set password_hash = ? where id = ?', [weak, client.id]);
    const { login } = await world
      .browser()
      .run(LoginDocument, { username: client.username, password: client.password });
    expect(login.__typename).toBe('LoggedIn');
    const [row] = await world.rows<{ password_hash: string }>(
      'select password_hash from account where id = ?',
      [client.id],
    );
    expect(row?.password_hash).toContain('m=19456');
  });
});
