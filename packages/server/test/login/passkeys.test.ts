import {
  AddPasskeyDocument,
  CompleteSecondStepDocument,
  LogoutDocument,
  MyAccessDiaryDocument,
  MySecondStepsDocument,
  RemovePasskeyDocument,
  RenamePasskeyDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { browserByLink, loggedInBrowser, logIn, me } from '../world/acts.ts';
import { Authenticator } from '../world/authenticator.ts';
import type { Browser } from '../world/browser.ts';
import {
  addPasskey,
  aPasskey,
  beginAdding,
  beginLogin,
  finishLogin,
  logInWithPasskey,
} from '../world/passkey-acts.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const MINUTE_MS = 60_000;

async function passkeysOf(browser: Browser) {
  return (await browser.run(MySecondStepsDocument, {})).me?.passkeys ?? [];
}

async function remove(browser: Browser, id: string, currentPassword?: string) {
  const variables = { id, ...(currentPassword === undefined ? {} : { currentPassword }) };
  return (await browser.run(RemovePasskeyDocument, variables)).removePasskey;
}

async function rename(browser: Browser, id: string, name: string) {
  return (await browser.run(RenamePasskeyDocument, { id, name })).renamePasskey;
}

const eventsOf = async ({ id }: Person) =>
  (await world.rows<{ kind: string }>('select kind from access_event where account_id = ?', [id])).map(
    ({ kind }) => kind,
  );

const sessionsOf = async ({ id }: Person) =>
  (await world.rows('select id from session where account_id = ?', [id])).length;

/** A client, a browser they are logged in on, and a device with a passkey of theirs. */
async function aClientWithPasskey(device = new Authenticator()) {
  const client = await aClient(world);
  const browser = await loggedInBrowser(world, client);
  return { client, browser, device: await aPasskey(browser, device) };
}

describe('a passkey', () => {
  it('J9 added after a login by link, it logs in with nothing typed, on another browser too, and a letter tells', async () => {
    const client = await aClient(world, { password: null });
    const browser = await browserByLink(world, client);
    const device = await aPasskey(browser);
    expect((await world.latest(client.email)).subject).toBe(
      'Northwind Coaching: a passkey was added to your account',
    );
    expect(await passkeysOf(browser)).toMatchObject([{ name: 'My phone', lastUsedAt: null }]);
    const other = world.browser();
    // The login by link was new as well: two within ten minutes would be one letter.
    world.clock.advance(11 * 60_000);
    expect(await logInWithPasskey(other, device)).toMatchObject({
      __typename: 'LoggedIn',
      me: { id: client.id, username: client.username, maySetPasswordWithoutCurrent: false },
    });
    expect((await world.latest(client.email)).subject).toBe(
      'Northwind Coaching: a new login to your account',
    );
    expect((await passkeysOf(other))[0]?.lastUsedAt).not.toBeNull();
    expect((await logInWithPasskey(other, device)).__typename).toBe('LoggedIn');
    expect(await eventsOf(client)).toContain('PASSKEY_ADDED');
    expect(await world.rows('select method from session where account_id = ?', [client.id])).toEqual(
      expect.arrayContaining([{ method: 'LOGIN_LINK' }, { method: 'PASSKEY' }]),
    );
  });

  it('a coach logs in with one too, and a synced one whose counter stays at 0 works again and again', async () => {
    const coach = await aCoach(world);
    const device = await aPasskey(await loggedInBrowser(world, coach), new Authenticator({ counts: false }));
    for (let round = 0; round < 3; round += 1)
      expect(await logInWithPasskey(world.browser(), device)).toMatchObject({
        __typename: 'LoggedIn',
        me: { id: coach.id, role: 'COACH' },
      });
  });

  it('beginning a login says the same to everybody: no account, no key, no name', async () => {
    const { browser } = await aClientWithPasskey();
    const strip = ({ options }: { options: string }) => {
      const { challenge, ...rest } = JSON.parse(options) as Record<string, unknown>;
      expect(challenge).toMatch(/^[\w-]{43}$/);
      return rest;
    };
    const known = strip(await beginLogin(browser));
    expect(strip(await beginLogin(world.browser()))).toEqual(known);
    expect(known).toMatchObject({ userVerification: 'required', allowCredentials: [], rpId: 'localhost' });
  });

  it('the challenge and the private half are nowhere in the database', async () => {
    const browser = world.browser();
    const { challenge } = await beginLogin(browser);
    const rows = await world.rows('select * from passkey_ceremony');
    expect(JSON.stringify(rows)).not.toContain(challenge);
  });

  it('C048 a deactivated owner is told why, one with access may look, and a reactivated one gets in', async () => {
    const { client, device } = await aClientWithPasskey();
    const become = (status: string, access: boolean) =>
      world.rows('update account set status = ?, may_log_in_while_inactive = ? where id = ?', [
        status,
        access,
        client.id,
      ]);
    await become('INACTIVE', false);
    expect((await logInWithPasskey(world.browser(), device)).__typename).toBe('AccountInactive');
    await become('INACTIVE', true);
    expect(await logInWithPasskey(world.browser(), device)).toMatchObject({ me: { access: 'READ_ONLY' } });
    await become('ACTIVE', false);
    expect(await logInWithPasskey(world.browser(), device)).toMatchObject({ me: { access: 'FULL' } });
  });

  it('who may only look may add one and remove one: they are their own', async () => {
    const client = await aClient(world, { status: 'INACTIVE', mayLogInWhileInactive: true });
    const browser = await loggedInBrowser(world, client);
    await aPasskey(browser);
    const [passkey] = await passkeysOf(browser);
    expect((await remove(browser, passkey?.id ?? '')).__typename).toBe('MyAccountChanged');
  });

  it('the link policy has no say in it', async () => {
    const client = await aClient(world, { loginLinkPolicy: 'NEVER' });
    const device = await aPasskey(await loggedInBrowser(world, client));
    expect((await logInWithPasskey(world.browser(), device)).__typename).toBe('LoggedIn');
  });
});

describe('an attacker', () => {
  it('P066 can not use an assertion twice, nor a challenge twice', async () => {
    const { device } = await aClientWithPasskey(new Authenticator({ counts: false }));
    const browser = world.browser();
    const { challenge, options } = await beginLogin(browser);
    const assertion = device.answer(options);
    expect((await finishLogin(browser, challenge, assertion)).__typename).toBe('LoggedIn');
    await browser.run(LogoutDocument, {});
    expect((await finishLogin(browser, challenge, assertion)).__typename).toBe('InvalidInput');
    const fresh = await beginLogin(browser);
    expect((await finishLogin(browser, fresh.challenge, assertion)).__typename).toBe('InvalidCredentials');
    // A wrong answer uses the challenge up as well.
    expect((await finishLogin(browser, fresh.challenge, device.answer(fresh.options))).__typename).toBe(
      'InvalidInput',
    );
  });

  it('can not take a challenge and its answer to another browser', async () => {
    const { device } = await aClientWithPasskey();
    const { challenge, options } = await beginLogin(world.browser());
    const thief = world.browser();
    await beginLogin(thief);
    const assertion = device.answer(options);
    expect((await finishLogin(thief, challenge, assertion)).__typename).toBe('InvalidInput');
    expect((await finishLogin(world.browser(), challenge, assertion)).__typename).toBe('InvalidInput');
  });

  it('gets one session out of sixteen answers at once', async () => {
    const { client, browser, device } = await aClientWithPasskey();
    await browser.run(LogoutDocument, {});
    const { challenge, options } = await beginLogin(browser);
    const assertion = device.answer(options);
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, () => finishLogin(browser, challenge, assertion)),
    );
    expect(outcomes.filter(({ __typename }) => __typename === 'LoggedIn')).toHaveLength(1);
    expect(await sessionsOf(client)).toBe(1);
  });

  it.each([
    ['signed for another origin', { origin: 'https://latchstring.example.net' }],
    ['signed for another site', { rpId: 'example.net' }],
    ['without user verification', { userVerified: false }],
    ['of another challenge', { challenge: 'A'.repeat(43) }],
    ['of a copied key, whose counter does not grow', { counter: 2 }],
    ['made for another account', { userHandle: '00000000-0000-4000-8000-000000000000' }],
  ])('is refused with an assertion %s', async (_kind, bend) => {
    const { client, device } = await aClientWithPasskey();
    expect((await logInWithPasskey(world.browser(), device)).__typename).toBe('LoggedIn');
    const before = await sessionsOf(client);
    expect((await logInWithPasskey(world.browser(), device, bend)).__typename).toBe('InvalidCredentials');
    expect(await sessionsOf(client)).toBe(before);
    expect((await logInWithPasskey(world.browser(), device)).__typename).toBe('LoggedIn');
  });

  it('who holds a copy of the key is found out: the diary has every try, and a letter tells, once a day', async () => {
    const { client, browser, device } = await aClientWithPasskey();
    await logInWithPasskey(world.browser(), device);
    const told = async () =>
      (await world.letters(client.email)).filter(({ subject }) => subject.includes('a copy of your passkey'));
    const copy = { counter: 2 };
    // What is not signed by the key tells nobody anything.
    await logInWithPasskey(world.browser(), device, { ...copy, challenge: 'A'.repeat(43) });
    expect(await eventsOf(client)).not.toContain('PASSKEY_COPIED');
    for (let round = 0; round < 3; round += 1)
      expect((await logInWithPasskey(world.browser(), device, copy)).__typename).toBe('InvalidCredentials');
    await world.settle();
    expect((await eventsOf(client)).filter((kind) => kind === 'PASSKEY_COPIED')).toHaveLength(3);
    expect(await told()).toHaveLength(1);
    expect((await told())[0]?.prose).toContain('My phone');
    const { nodes } = (await browser.run(MyAccessDiaryDocument, { first: 10 })).me?.accessDiary ?? {};
    expect(nodes?.find(({ kind }) => kind === 'PASSKEY_COPIED')).toMatchObject({ actorKind: 'SYSTEM' });
    world.clock.advance(25 * 60 * MINUTE_MS);
    await logInWithPasskey(world.browser(), device, copy);
    await world.settle();
    expect(await told()).toHaveLength(2);
  });

  it('a copy of a coach’s key is found out as a second step, too', async () => {
    const coach = await aCoach(world);
    const device = await aPasskey(await loggedInBrowser(world, coach));
    await logInWithPasskey(world.browser(), device);
    const browser = world.browser();
    const needed = await logIn(browser, coach.username, coach.password);
    if (needed.__typename !== 'SecondStepNeeded') throw new Error(needed.__typename);
    const code = device.answer(needed.passkeyOptions ?? '', { counter: 2 });
    const variables = { challenge: needed.challenge, code };
    const { completeSecondStep: done } = await browser.run(CompleteSecondStepDocument, variables);
    expect(done.__typename).toBe('InvalidCredentials');
    expect(await eventsOf(coach)).toContain('PASSKEY_COPIED');
  });

  it.each([
    '',
    '{}',
    '[]',
    'null',
    '{"id":7}',
    'no json',
    '{"id":"x","response":{}}',
    String.raw`{"id":"\u0000","response":{"userHandle":"QQ"}}`,
    String.raw`{"id":"\ud800","response":{"userHandle":7}}`,
    `"${'x'.repeat(20_000)}"`,
  ])('learns nothing from an answer that is none', async (assertion) => {
    const browser = world.browser();
    const { challenge } = await beginLogin(browser);
    expect((await finishLogin(browser, challenge, assertion)).__typename).toMatch(/^Invalid/);
  });

  it('P067 who knows the public key of another one can not sign for it', async () => {
    const { device } = await aClientWithPasskey();
    const other = new Authenticator();
    const browser = world.browser();
    const { challenge, options } = await beginLogin(browser);
    const forged = { ...(JSON.parse(other.answer(options)) as object), id: device.id, rawId: device.id };
    expect((await finishLogin(browser, challenge, JSON.stringify(forged))).__typename).toBe(
      'InvalidCredentials',
    );
  });

  it('has five minutes for a challenge and no more', async () => {
    const { device } = await aClientWithPasskey();
    const browser = world.browser();
    const { challenge, options } = await beginLogin(browser);
    world.clock.advance(5 * MINUTE_MS);
    expect((await finishLogin(browser, challenge, device.answer(options))).__typename).toBe('InvalidInput');
  });

  it('finds a passkey that was removed while the challenge was open dead', async () => {
    const { browser, device } = await aClientWithPasskey();
    const elsewhere = world.browser();
    const { challenge, options } = await beginLogin(elsewhere);
    const [passkey] = await passkeysOf(browser);
    expect((await remove(browser, passkey?.id ?? '')).__typename).toBe('MyAccountChanged');
    expect((await finishLogin(elsewhere, challenge, device.answer(options))).__typename).toBe(
      'InvalidCredentials',
    );
  });

  it('is slowed down: so many beginnings from one source, and then none', async () => {
    const browser = world.browser();
    for (let round = 0; round < 300; round += 1) await beginLogin(browser);
    await expect(beginLogin(browser)).rejects.toThrow('RATE_LIMITED');
  }, 60_000);
});

describe('adding one', () => {
  it('needs a login of a few minutes ago, or the current password', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    world.clock.advance(16 * MINUTE_MS);
    expect((await beginAdding(browser)).__typename).toBe('CurrentPasswordWrong');
    expect((await beginAdding(browser, 'not the password')).__typename).toBe('CurrentPasswordWrong');
    expect((await beginAdding(browser, client.password)).__typename).toBe('PasskeyChallenge');
  });

  it.each([
    ['made for another origin', { origin: 'https://latchstring.example.net' }],
    ['made for another site', { rpId: 'example.net' }],
    ['made without user verification', { userVerified: false }],
    ['made for another challenge', { challenge: 'A'.repeat(43) }],
  ])('refuses one %s', async (_kind, bend) => {
    const browser = await loggedInBrowser(world, await aClient(world));
    expect((await addPasskey(browser, new Authenticator(), bend)).__typename).toBe('InvalidInput');
    expect(await passkeysOf(browser)).toHaveLength(0);
  });

  it('can not be finished by another account, another session, or twice', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    const begun = await beginAdding(browser);
    if (begun.__typename !== 'PasskeyChallenge') throw new Error(begun.__typename);
    const variables = {
      challenge: begun.challenge,
      attestation: new Authenticator().make(begun.options),
      name: 'Phone',
    };
    const add = async (by: Browser) => (await by.run(AddPasskeyDocument, variables)).addPasskey.__typename;
    expect(await add(await loggedInBrowser(world, await aClient(world)))).toBe('InvalidInput');
    expect(await add(await loggedInBrowser(world, client))).toBe('InvalidInput');
    expect(await add(browser)).toBe('MyAccountChanged');
    expect(await add(browser)).toBe('InvalidInput');
  });

  it('keeps a name as typed, without the spaces around it, and refuses an empty one before anything is used up', async () => {
    const browser = await loggedInBrowser(world, await aClient(world));
    const begun = await beginAdding(browser);
    if (begun.__typename !== 'PasskeyChallenge') throw new Error(begun.__typename);
    const attestation = new Authenticator().make(begun.options);
    const add = (name: string) =>
      browser.run(AddPasskeyDocument, { challenge: begun.challenge, attestation, name });
    expect((await add('  ')).addPasskey).toMatchObject({ fields: [{ field: 'name' }] });
    expect((await add(' Dana’s key ')).addPasskey.__typename).toBe('MyAccountChanged');
    expect((await passkeysOf(browser))[0]?.name).toBe('Dana’s key');
  });

  it('takes of its transports what can be one', async () => {
    const browser = await loggedInBrowser(world, await aClient(world));
    const begun = await beginAdding(browser);
    if (begun.__typename !== 'PasskeyChallenge') throw new Error(begun.__typename);
    const attestation = new Authenticator()
      .make(begun.options)
      .replace('["internal"]', String.raw`["internal","\u0000","\ud800",{},"hybrid"]`);
    const variables = { challenge: begun.challenge, attestation, name: 'My phone' };
    expect((await browser.run(AddPasskeyDocument, variables)).addPasskey.__typename).toBe('MyAccountChanged');
    expect(await world.rows(`select transports from passkey where transports like '%hybrid%'`)).toEqual([
      { transports: 'internal hybrid' },
    ]);
  });

  it('offers no device its own passkey again, and refuses a key that another account has', async () => {
    const { browser, device } = await aClientWithPasskey();
    const begun = await beginAdding(browser);
    if (begun.__typename !== 'PasskeyChallenge') throw new Error(begun.__typename);
    expect(begun.options).toContain(device.id);
    const other = await loggedInBrowser(world, await aClient(world));
    expect((await addPasskey(other, device)).__typename).toBe('InvalidInput');
  });

  it('stops at twenty of an account', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    for (let round = 0; round < 20; round += 1) await aPasskey(browser);
    expect((await beginAdding(browser)).__typename).toBe('TooManyAttempts');
    world.clock.advance(16 * MINUTE_MS);
    const begun = await beginAdding(browser, client.password);
    if (begun.__typename !== 'PasskeyChallenge') throw new Error(begun.__typename);
    const attestation = new Authenticator().make(begun.options);
    const variables = { challenge: begun.challenge, attestation, name: 'One more' };
    expect((await browser.run(AddPasskeyDocument, variables)).addPasskey).toMatchObject({
      fields: [{ field: 'name' }],
    });
    expect(await passkeysOf(browser)).toHaveLength(20);
  });
});

describe('its name', () => {
  it('is its owner’s to change, without a password and without a letter: a name opens nothing', async () => {
    const { client, browser, device } = await aClientWithPasskey();
    const letters = (await world.letters(client.email)).length;
    const [passkey] = await passkeysOf(browser);
    const id = passkey?.id ?? '';
    world.clock.advance(16 * MINUTE_MS);
    expect(await rename(browser, id, ' Blue phone ')).toMatchObject({
      __typename: 'MyAccountChanged',
      me: { passkeys: [{ id, name: 'Blue phone' }] },
    });
    expect((await logInWithPasskey(world.browser(), device)).__typename).toBe('LoggedIn');
    expect((await passkeysOf(browser))[0]?.name).toBe('Blue phone');
    const about = (await world.letters(client.email)).slice(letters);
    expect(about.map(({ subject }) => subject)).toEqual(['Northwind Coaching: a new login to your account']);
  });

  it.each(['', '   ', 'x'.repeat(101), 'a\0b'])('is not %j', async (name) => {
    const { browser } = await aClientWithPasskey();
    const [passkey] = await passkeysOf(browser);
    expect(await rename(browser, passkey?.id ?? '', name)).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ field: 'name' }],
    });
    expect((await passkeysOf(browser))[0]?.name).toBe('My phone');
  });

  it('is not anybody else’s to change', async () => {
    const { browser } = await aClientWithPasskey();
    const { browser: other } = await aClientWithPasskey();
    const [passkey] = await passkeysOf(browser);
    for (const id of [passkey?.id ?? '', '00000000-0000-4000-8000-000000000000', 'nonsense'])
      expect(await rename(other, id, 'Mine now')).toMatchObject({ fields: [{ field: 'id' }] });
    expect((await passkeysOf(browser))[0]?.name).toBe('My phone');
  });
});

describe('what ends one', () => {
  it("its owner, with a letter; another account's can not be removed", async () => {
    const { client, browser, device } = await aClientWithPasskey();
    const [passkey] = await passkeysOf(browser);
    const stranger = await loggedInBrowser(world, await aClient(world));
    expect((await remove(stranger, passkey?.id ?? '')).__typename).toBe('InvalidInput');
    expect((await remove(stranger, 'nonsense')).__typename).toBe('InvalidInput');
    world.clock.advance(16 * MINUTE_MS);
    expect((await remove(browser, passkey?.id ?? '')).__typename).toBe('CurrentPasswordWrong');
    expect((await remove(browser, passkey?.id ?? '', client.password)).__typename).toBe('MyAccountChanged');
    expect((await logInWithPasskey(world.browser(), device)).__typename).toBe('InvalidCredentials');
    expect((await world.latest(client.email)).subject).toContain('a passkey was removed');
    expect(await eventsOf(client)).toContain('PASSKEY_REMOVED');
  });

  it.each([
    [false, 'InvalidCredentials'],
    [true, 'LoggedIn'],
  ])('a new password, with keepPasskeys: %s → %s', async (keepPasskeys, outcome) => {
    const { client, browser, device } = await aClientWithPasskey();
    const { setPassword } = await browser.run(SetPasswordDocument, {
      newPassword: 'eleven quiet tin umbrellas',
      currentPassword: client.password,
      keepPasskeys,
    });
    expect(setPassword.__typename).toBe('MyAccountChanged');
    expect((await logInWithPasskey(world.browser(), device)).__typename).toBe(outcome);
    expect((await eventsOf(client)).includes('PASSKEY_REMOVED')).toBe(!keepPasskeys);
  });

  it('a new password also ends one that is just being added', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    const begun = await beginAdding(browser);
    if (begun.__typename !== 'PasskeyChallenge') throw new Error(begun.__typename);
    await browser.run(SetPasswordDocument, {
      newPassword: 'eleven quiet tin umbrellas',
      currentPassword: client.password,
    });
    const attestation = new Authenticator().make(begun.options);
    const { addPasskey: added } = await browser.run(AddPasskeyDocument, {
      challenge: begun.challenge,
      attestation,
      name: 'Phone',
    });
    expect(added.__typename).toBe('InvalidInput');
    expect((await me(browser))?.id).toBe(client.id);
  });
});
