import { randomUUID } from 'node:crypto';
import {
  ChangeUsernameDocument,
  CreateApiTokenDocument,
  ExportMyDataDocument,
  MySecondStepsDocument,
  NewRecoveryCodesDocument,
  RemoveAuthenticatorDocument,
  RemovePasskeyDocument,
  RequestEmailChangeDocument,
  SetLoginLinkPolicyDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { loggedInBrowser, logIn } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aPasskey, beginAdding, logInWithPasskey } from '../world/passkey-acts.ts';
import { aClient, aCoach } from '../world/people.ts';
import { completeStep, confirm, firstStep, setUp, withAuthenticator } from '../world/second-step-acts.ts';
import { totpCode } from '../world/totp-code.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const MINUTE_MS = 60_000;

const removeApp = async (browser: Browser) =>
  (await browser.run(RemoveAuthenticatorDocument, {})).removeAuthenticator;
const newCodes = async (browser: Browser) =>
  (await browser.run(NewRecoveryCodesDocument, {})).newRecoveryCodes;
const stepsOf = async (browser: Browser) => (await browser.run(MySecondStepsDocument, {})).me?.secondSteps;

describe('setting an authenticator app up', () => {
  it('hands over a secret for a QR code, and changes nothing before the first code', async () => {
    const coach = await aCoach(world);
    const browser = await loggedInBrowser(world, coach);
    const begun = await setUp(browser);
    if (begun.__typename !== 'AuthenticatorSetUp') throw new Error(begun.__typename);
    expect(begun.uri).toContain(`otpauth://totp/Latchstring:${coach.username}?`);
    expect(begun.uri).toContain(begun.secret);
    expect(await stepsOf(browser)).toEqual([]);
    expect((await logIn(world.browser(), coach.username, coach.password)).__typename).toBe('LoggedIn');
    expect(await confirm(browser, '12 34')).toMatchObject({ fields: [{ field: 'code' }] });
    expect((await confirm(browser, totpCode(begun.secret, world.clock.now()))).__typename).toBe(
      'RecoveryCodes',
    );
    expect(await stepsOf(browser)).toEqual(['AUTHENTICATOR', 'RECOVERY_CODE']);
    expect((await world.latest(coach.email)).subject).toContain('your logins now take a second step');
  });

  it('needs a login of a few minutes ago, or the current password', async () => {
    const coach = await aCoach(world);
    const browser = await loggedInBrowser(world, coach);
    world.clock.advance(16 * MINUTE_MS);
    expect((await setUp(browser)).__typename).toBe('CurrentPasswordWrong');
    expect((await setUp(browser, 'not the password')).__typename).toBe('CurrentPasswordWrong');
    expect((await setUp(browser, coach.password)).__typename).toBe('AuthenticatorSetUp');
  });

  it('is finished in the session that began it, within 15 minutes, with five tries', async () => {
    const coach = await aCoach(world);
    const browser = await loggedInBrowser(world, coach);
    const begun = await setUp(browser);
    if (begun.__typename !== 'AuthenticatorSetUp') throw new Error(begun.__typename);
    const code = () => totpCode(begun.secret, world.clock.now());
    expect((await confirm(await loggedInBrowser(world, coach), code())).__typename).toBe('InvalidInput');
    world.clock.advance(16 * MINUTE_MS);
    expect((await confirm(browser, code())).__typename).toBe('InvalidInput');
    world.clock.advance(11 * MINUTE_MS);
    for (let n = 0; n < 5; n += 1) await confirm(browser, '000000');
    expect((await confirm(browser, '000000')).__typename).toBe('TooManyAttempts');
  });

  it('again replaces the app and the recovery codes that were there, and not before it is finished', async () => {
    const coach = await aCoach(world);
    const old = await withAuthenticator(world, coach);
    const begun = await setUp(old.browser);
    if (begun.__typename !== 'AuthenticatorSetUp') throw new Error(begun.__typename);
    const other = world.browser();
    const { challenge } = await firstStep(other, coach);
    expect((await completeStep(other, challenge, old.code())).__typename).toBe('LoggedIn');
    await confirm(old.browser, totpCode(begun.secret, world.clock.now()));
    world.clock.advance(MINUTE_MS);
    const next = await firstStep(other, coach);
    expect((await completeStep(other, next.challenge, old.code())).__typename).toBe('InvalidCredentials');
    expect((await completeStep(other, next.challenge, old.codes[0] ?? '')).__typename).toBe(
      'InvalidCredentials',
    );
    const code = totpCode(begun.secret, world.clock.now());
    expect((await completeStep(other, next.challenge, code)).__typename).toBe('LoggedIn');
  });
});

describe('P086 a change to what gets in, more than five minutes after the last step', () => {
  it.each([
    ['removeAuthenticator', (browser: Browser) => removeApp(browser)],
    ['newRecoveryCodes', (browser: Browser) => newCodes(browser)],
    ['setUpAuthenticator', (browser: Browser) => setUp(browser)],
    ['beginAddPasskey', (browser: Browser) => beginAdding(browser)],
    [
      'removePasskey',
      async (browser: Browser) => {
        const { me } = await browser.run(MySecondStepsDocument, {});
        return (await browser.run(RemovePasskeyDocument, { id: me?.passkeys[0]?.id ?? '' })).removePasskey;
      },
    ],
    [
      'createApiToken',
      async (browser: Browser) =>
        (await browser.run(CreateApiTokenDocument, { name: 'Reminders', scopes: ['CLIENTS_READ'] }))
          .createApiToken,
    ],
    [
      'changeUsername',
      async (browser: Browser) =>
        (await browser.run(ChangeUsernameDocument, { username: `${randomUUID().slice(0, 8)}.x` }))
          .changeUsername,
    ],
    [
      'requestEmailChange',
      async (browser: Browser) =>
        (await browser.run(RequestEmailChangeDocument, { email: 'another@address.test' })).requestEmailChange,
    ],
    [
      'setLoginLinkPolicy',
      async (browser: Browser) =>
        (
          await browser.run(SetLoginLinkPolicyDocument, {
            policy: 'PASSWORD_TOO',
            currentPassword: 'paper boats at noon',
          })
        ).setLoginLinkPolicy,
    ],
    ['exportMyData', async (browser: Browser) => (await browser.run(ExportMyDataDocument, {})).exportMyData],
    [
      'setPassword that ends them',
      async (browser: Browser) =>
        (
          await browser.run(SetPasswordDocument, {
            newPassword: 'eleven quiet tin umbrellas',
            currentPassword: 'paper boats at noon',
          })
        ).setPassword,
    ],
  ])('%s asks for the step, and works after it', async (_name, act) => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    await aPasskey(app.browser);
    world.clock.advance(6 * MINUTE_MS);
    const needed = await act(app.browser);
    if (needed.__typename !== 'SecondStepNeeded') throw new Error(needed.__typename);
    // The challenge of a change is no way to log in, and another session can not finish it.
    expect((await completeStep(world.browser(), needed.challenge, app.code())).__typename).toBe(
      'InvalidInput',
    );
    expect(await completeStep(app.browser, needed.challenge, app.code())).toMatchObject({
      __typename: 'LoggedIn',
      me: { id: coach.id },
    });
    const after = await act(app.browser);
    expect(after.__typename).not.toBe('SecondStepNeeded');
    expect(after.__typename).not.toMatch(/Wrong|Invalid|TooMany/);
  });

  it('a login by passkey is a step too', async () => {
    const coach = await aCoach(world);
    const { browser } = await withAuthenticator(world, coach);
    const device = await aPasskey(browser);
    world.clock.advance(6 * MINUTE_MS);
    const other = world.browser();
    await logInWithPasskey(other, device);
    expect((await removeApp(browser)).__typename).toBe('SecondStepNeeded');
    expect((await removeApp(other)).__typename).toBe('MyAccountChanged');
  });

  it('the challenge of a change dies with its session', async () => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    world.clock.advance(6 * MINUTE_MS);
    const needed = await removeApp(app.browser);
    if (needed.__typename !== 'SecondStepNeeded') throw new Error(needed.__typename);
    await world.rows('delete from session where account_id = ?', [coach.id]);
    expect((await completeStep(app.browser, needed.challenge, app.code())).__typename).toBe('InvalidInput');
  });
});

describe('taking it away', () => {
  it('the app: logins take one step again, the recovery codes are dead, and a letter tells', async () => {
    const client = await aClient(world);
    const { browser } = await withAuthenticator(world, client);
    // Letters of one moment have no order.
    world.clock.advance(MINUTE_MS);
    expect((await removeApp(browser)).__typename).toBe('MyAccountChanged');
    expect((await logIn(world.browser(), client.username, client.password)).__typename).toBe('LoggedIn');
    expect(await world.rows('select * from recovery_code where account_id = ?', [client.id])).toEqual([]);
    expect((await world.latest(client.email)).subject).toContain('your second step was removed');
    expect((await removeApp(browser)).__typename).toBe('InvalidInput');
  });

  it("a coach's last passkey takes its recovery codes along", async () => {
    const coach = await aCoach(world);
    const browser = await loggedInBrowser(world, coach);
    await aPasskey(browser);
    const made = await newCodes(browser);
    expect(made.__typename).toBe('RecoveryCodes');
    expect(await stepsOf(browser)).toEqual(['PASSKEY', 'RECOVERY_CODE']);
    const { me } = await browser.run(MySecondStepsDocument, {});
    await browser.run(RemovePasskeyDocument, { id: me?.passkeys[0]?.id ?? '' });
    expect(await stepsOf(browser)).toEqual([]);
    expect(await world.rows('select * from recovery_code where account_id = ?', [coach.id])).toEqual([]);
  });

  it('new recovery codes end the old ones, and need a second step that they stand in for', async () => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    const fresh = await newCodes(app.browser);
    if (fresh.__typename !== 'RecoveryCodes') throw new Error(fresh.__typename);
    const browser = world.browser();
    const { challenge } = await firstStep(browser, coach);
    expect((await completeStep(browser, challenge, app.codes[1] ?? '')).__typename).toBe(
      'InvalidCredentials',
    );
    expect((await completeStep(browser, challenge, fresh.codes[1] ?? '')).__typename).toBe('LoggedIn');
    expect((await world.letters(coach.email)).map(({ subject }) => subject).join()).toContain(
      'new recovery codes',
    );
    const none = await newCodes(await loggedInBrowser(world, await aCoach(world)));
    expect(none.__typename).toBe('InvalidInput');
  });
});
