import {
  LogoutDocument,
  MySecondStepsDocument,
  RedeemLoginCodeDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { removeSecondSteps } from '../../src/features/login/second-step/remove-second-steps.ts';
import { inTransaction } from '../../src/platform/database/in-transaction.ts';
import { askForLink, loggedInBrowser, logIn, me, redeem } from '../world/acts.ts';
import { Authenticator } from '../world/authenticator.ts';
import { aPasskey, logInWithPasskey } from '../world/passkey-acts.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { completeStep, firstStep, withAuthenticator } from '../world/second-step-acts.ts';
import { totpCode } from '../world/totp-code.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const MINUTE_MS = 60_000;
const NEW_PASSWORD = 'eleven quiet tin umbrellas';

const sessionsOf = async ({ id }: Person) =>
  (await world.rows('select id from session where account_id = ?', [id])).length;

const eventsOf = async ({ id }: Person) =>
  (await world.rows<{ kind: string }>('select kind from access_event where account_id = ?', [id])).map(
    ({ kind }) => kind,
  );

describe('a login to an account with an authenticator app', () => {
  it('J9 by password asks for the second step: nothing is logged in before it, and the six digits finish it', async () => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    const before = await sessionsOf(coach);
    const browser = world.browser();
    const needed = await firstStep(browser, coach);
    expect(needed.methods).toEqual(['AUTHENTICATOR', 'RECOVERY_CODE']);
    expect(needed.challenge).toMatch(/^[\w-]{43}$/);
    expect(needed.passkeyOptions).toBeNull();
    expect(await me(browser)).toBeNull();
    expect(await sessionsOf(coach)).toBe(before);
    expect((await completeStep(browser, needed.challenge, '000000')).__typename).toBe('InvalidCredentials');
    const code = app.code();
    expect(
      await completeStep(browser, needed.challenge, `${code.slice(0, 3)} ${code.slice(3)}`),
    ).toMatchObject({ __typename: 'LoggedIn', me: { id: coach.id } });
    expect((await me(browser))?.id).toBe(coach.id);
    expect(await eventsOf(coach)).toEqual(expect.arrayContaining(['SECOND_STEP_ADDED', 'LOGIN_FAILED']));
  });

  it('P087 by link spends the link with the question, and a new password may be set after it', async () => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    const token = (await askForLink(world, coach)).token();
    const browser = world.browser();
    const needed = await redeem(browser, token);
    if (needed.__typename !== 'SecondStepNeeded') throw new Error(needed.__typename);
    expect(await me(browser)).toBeNull();
    expect(await redeem(world.browser(), token)).toMatchObject({ problem: 'USED' });
    expect(await completeStep(browser, needed.challenge, app.code())).toMatchObject({
      __typename: 'LoggedIn',
      me: { maySetPasswordWithoutCurrent: true },
    });
  });

  it('C026 a reload between the two steps of a link brings the question again, in that browser alone', async () => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    const token = (await askForLink(world, coach)).token();
    const browser = world.browser();
    const first = await redeem(browser, token);
    const again = await redeem(browser, token);
    if (first.__typename !== 'SecondStepNeeded' || again.__typename !== 'SecondStepNeeded')
      throw new Error(again.__typename);
    expect((await redeem(world.browser(), token)).__typename).toBe('LoginLinkUnusable');
    expect((await completeStep(browser, first.challenge, app.code())).__typename).toBe('InvalidInput');
    expect((await completeStep(browser, again.challenge, app.code())).__typename).toBe('LoggedIn');
    expect((await redeem(browser, token)).__typename).toBe('LoggedIn');
  });

  it('by login code asks too', async () => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    const letter = await askForLink(world, coach);
    const browser = world.browser();
    const typed = { username: coach.username, code: letter.code() };
    const { redeemLoginCode: needed } = await browser.run(RedeemLoginCodeDocument, typed);
    if (needed.__typename !== 'SecondStepNeeded') throw new Error(needed.__typename);
    expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoginLinkUnusable');
    expect((await completeStep(browser, needed.challenge, app.code())).__typename).toBe('LoggedIn');
  });

  it('by passkey needs nothing more: that is both steps', async () => {
    const coach = await aCoach(world);
    const { browser } = await withAuthenticator(world, coach);
    const device = await aPasskey(browser);
    expect((await logInWithPasskey(world.browser(), device)).__typename).toBe('LoggedIn');
  });

  it('by password is finished by a passkey too', async () => {
    const coach = await aCoach(world);
    const { browser } = await withAuthenticator(world, coach);
    const device = await aPasskey(browser);
    const other = world.browser();
    const needed = await firstStep(other, coach);
    expect(needed.methods).toEqual(['PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODE']);
    expect(needed.passkeyOptions).toContain(device.id);
    const assertion = device.answer(needed.passkeyOptions ?? '');
    expect((await completeStep(other, needed.challenge, assertion)).__typename).toBe('LoggedIn');
  });

  it('P089 each recovery code finishes it once, and a letter tells', async () => {
    const coach = await aCoach(world);
    const { codes } = await withAuthenticator(world, coach);
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    const [code = ''] = codes;
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const browser = world.browser();
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const { challenge } = await firstStep(browser, coach);
    expect((await completeStep(browser, challenge, typed)).__typename).toBe('LoggedIn');
    expect((await browser.run(MySecondStepsDocument, {})).me?.recoveryCodesLeft).toBe(9);
    expect((await world.latest(coach.email)).subject).toContain('a recovery code of yours was used');
    const again = await firstStep(browser, coach);
    expect((await completeStep(browser, again.challenge, code)).__typename).toBe('InvalidCredentials');
  });

  it('a client may have one too, and who may only look gets in with it', async () => {
    const client = await aClient(world, { status: 'INACTIVE', mayLogInWhileInactive: true });
    const app = await withAuthenticator(world, client);
    const browser = world.browser();
    const { challenge } = await firstStep(browser, client);
    expect(await completeStep(browser, challenge, app.code())).toMatchObject({ me: { access: 'READ_ONLY' } });
  });
});

describe('a passkey alone', () => {
  it("is a coach's second step for password, link and code", async () => {
    const coach = await aCoach(world);
    const device = await aPasskey(await loggedInBrowser(world, coach));
    const browser = world.browser();
    const needed = await firstStep(browser, coach);
    expect(needed.methods).toEqual(['PASSKEY']);
    const byLink = await redeem(world.browser(), (await askForLink(world, coach)).token());
    expect(byLink.__typename).toBe('SecondStepNeeded');
    const assertion = device.answer(needed.passkeyOptions ?? '');
    // The link that was redeemed in between has moved the account on.
    expect((await completeStep(browser, needed.challenge, assertion)).__typename).toBe('InvalidInput');
    const fresh = await firstStep(browser, coach);
    const right = device.answer(fresh.passkeyOptions ?? '');
    expect((await completeStep(browser, fresh.challenge, right)).__typename).toBe('LoggedIn');
  });

  it("locks none of a client's other ways in", async () => {
    const client = await aClient(world);
    await aPasskey(await loggedInBrowser(world, client));
    expect((await logIn(world.browser(), client.username, client.password)).__typename).toBe('LoggedIn');
    const { me: own } = await (await loggedInBrowser(world, client)).run(MySecondStepsDocument, {});
    expect(own?.secondSteps).toEqual([]);
  });
});

describe('an attacker who has the password', () => {
  it('can not finish the challenge of another browser, with the right code either', async () => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    const { challenge } = await firstStep(world.browser(), coach);
    const thief = world.browser();
    await firstStep(thief, coach);
    expect((await completeStep(thief, challenge, app.code())).__typename).toBe('InvalidInput');
    expect((await completeStep(world.browser(), challenge, app.code())).__typename).toBe('InvalidInput');
  });

  it('P088 can not use a code that was used, in the same half minute either', async () => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    const browser = world.browser();
    const code = app.code();
    const first = await firstStep(browser, coach);
    const second = await firstStep(world.browser(), coach);
    expect((await completeStep(browser, first.challenge, code)).__typename).toBe('LoggedIn');
    const thief = world.browser();
    const third = await firstStep(thief, coach);
    expect((await completeStep(thief, third.challenge, code)).__typename).toBe('InvalidCredentials');
    expect(second.challenge).not.toBe(third.challenge);
    // One step older was not used, but is older than one that was.
    const older = totpCode(app.secret, new Date(world.clock.now().getTime() - 30_000));
    expect((await completeStep(thief, third.challenge, older)).__typename).toBe('InvalidCredentials');
  });

  it('has five tries in ten minutes over all challenges, browsers and sources, and fifty a day', async () => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    const outcomes: string[] = [];
    for (let round = 0; round < 7; round += 1) {
      const browser = world.browser();
      const { challenge } = await firstStep(browser, coach);
      outcomes.push((await completeStep(browser, challenge, '000000')).__typename);
    }
    expect(outcomes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'InvalidCredentials'));
    expect(outcomes.slice(5)).toEqual(['TooManyAttempts', 'TooManyAttempts']);
    const browser = world.browser();
    const blocked = await firstStep(browser, coach);
    expect((await completeStep(browser, blocked.challenge, app.code())).__typename).toBe('TooManyAttempts');
    let wrong = 5;
    for (let round = 0; round < 12; round += 1) {
      world.clock.advance(10 * MINUTE_MS + 1_000);
      const { challenge } = await firstStep(browser, coach);
      for (let n = 0; n < 5; n += 1)
        if ((await completeStep(browser, challenge, '000000')).__typename === 'InvalidCredentials')
          wrong += 1;
    }
    expect(wrong).toBeLessThanOrEqual(50);
    expect(wrong).toBeGreaterThan(40);
  }, 60_000);

  it('gets one session out of sixteen completions at once', async () => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    const browser = world.browser();
    const { challenge } = await firstStep(browser, coach);
    const before = await sessionsOf(coach);
    const code = app.code();
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, () => completeStep(browser, challenge, code)),
    );
    expect(outcomes.filter(({ __typename }) => __typename === 'LoggedIn')).toHaveLength(1);
    expect(await sessionsOf(coach)).toBe(before + 1);
  });

  it('and a recovery code at two challenges at once: it counts once', async () => {
    const coach = await aCoach(world);
    const { codes } = await withAuthenticator(world, coach);
    const [one, two] = [world.browser(), world.browser()];
    const challenges = [await firstStep(one, coach), await firstStep(two, coach)];
    const outcomes = await Promise.all([
      completeStep(one, challenges[0]?.challenge ?? '', codes[3] ?? ''),
      completeStep(two, challenges[1]?.challenge ?? '', codes[3] ?? ''),
    ]);
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['InvalidCredentials', 'LoggedIn']);
  });

  it.each([
    [
      'a deactivation',
      (id: string) =>
        world.rows(
          `update account set status = 'INACTIVE', credentials_version = credentials_version + 1 where id = ?`,
          [id],
        ),
    ],
    [
      'a deactivation alone',
      (id: string) => world.rows(`update account set status = 'INACTIVE' where id = ?`, [id]),
    ],
    ['eleven minutes', () => Promise.resolve(world.clock.advance(11 * MINUTE_MS))],
  ])('finds the challenge dead after %s', async (_kind, happen) => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    const browser = world.browser();
    const { challenge } = await firstStep(browser, coach);
    await happen(coach.id);
    expect((await completeStep(browser, challenge, app.code())).__typename).toBe('InvalidInput');
    expect(await me(browser)).toBeNull();
  });

  it('finds it dead after a new password, with what is kept and what is not', async () => {
    for (const keepPasskeys of [true, false]) {
      const coach = await aCoach(world);
      const app = await withAuthenticator(world, coach);
      const thief = world.browser();
      const { challenge } = await firstStep(thief, coach);
      const { setPassword } = await app.browser.run(SetPasswordDocument, {
        newPassword: NEW_PASSWORD,
        currentPassword: coach.password,
        keepPasskeys,
      });
      expect(setPassword.__typename).toBe('MyAccountChanged');
      expect((await completeStep(thief, challenge, app.code())).__typename).toBe('InvalidInput');
      const after = await logIn(world.browser(), coach.username, NEW_PASSWORD);
      expect(after.__typename).toBe(keepPasskeys ? 'SecondStepNeeded' : 'LoggedIn');
    }
  });

  it("can not answer with a passkey of another account, nor with one's own that is no longer there", async () => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    const own = await aPasskey(app.browser);
    const mallory = await aPasskey(await loggedInBrowser(world, await aCoach(world)), new Authenticator());
    const browser = world.browser();
    const { challenge, passkeyOptions } = await firstStep(browser, coach);
    const foreign = mallory.answer(passkeyOptions ?? '');
    expect((await completeStep(browser, challenge, foreign)).__typename).toBe('InvalidCredentials');
    await world.rows('delete from passkey where account_id = ?', [coach.id]);
    const gone = own.answer(passkeyOptions ?? '');
    expect((await completeStep(browser, challenge, gone)).__typename).toBe('InvalidCredentials');
  });

  it('and the whole database reads neither secret, code nor challenge in it', async () => {
    const coach = await aCoach(world);
    const { secret, codes } = await withAuthenticator(world, coach);
    const { challenge } = await firstStep(world.browser(), coach);
    const kept = JSON.stringify([
      await world.rows('select * from authenticator'),
      await world.rows('select * from recovery_code'),
      await world.rows('select * from second_step_challenge'),
    ]);
    for (const text of [secret, challenge, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
      expect(kept).not.toContain(text);
    expect(kept).toContain('"e.');
  });
});

describe('who lost everything', () => {
  it('P090 is let in again by the person who runs this: all second steps and sessions end, and a letter tells', async () => {
    const coach = await aCoach(world);
    const app = await withAuthenticator(world, coach);
    const device = await aPasskey(app.browser);
    const reset = (username: string) =>
      inTransaction(world.app.open(), (inside) => removeSecondSteps(inside, { username }));
    expect(await reset('nobody.at.all')).toBe(false);
    expect(await reset(coach.username.toUpperCase())).toBe(true);
    expect(await me(app.browser)).toBeNull();
    expect((await logInWithPasskey(world.browser(), device)).__typename).toBe('InvalidCredentials');
    const browser = world.browser();
    expect((await logIn(browser, coach.username, coach.password)).__typename).toBe('LoggedIn');
    expect((await browser.run(MySecondStepsDocument, {})).me?.secondSteps).toEqual([]);
    // The login wrote one too, and either may be first.
    const letters = await world.letters(coach.email);
    const letter = letters.find(({ subject }) => subject.includes('your second step was removed'));
    expect(letter?.text.replace(/\s+/g, ' ')).toContain('by the person who runs this service');
    await browser.run(LogoutDocument, {});
  });
});
