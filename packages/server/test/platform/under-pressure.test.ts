import {
  ChangeUsernameDocument,
  LoginDocument,
  RecoverUsernameDocument,
  RequestLoginLinkDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { browserByLink, loggedInBrowser, logIn, me } from '../world/acts.ts';
import { aClient } from '../world/people.ts';
import { realHashing, useWorld } from '../world/world.ts';

const world = useWorld({ settings: realHashing });

describe('the login helper', () => {
  it('is not closed for a day by somebody who asks too often for an hour', async () => {
    const client = await aClient(world);
    const ask = () => world.browser().run(RequestLoginLinkDocument, { username: client.username });
    for (let i = 0; i < 20; i += 1) await ask();
    expect(await world.letters(client.email)).toHaveLength(5);
    world.clock.advance(61 * 60_000);
    await ask();
    expect(await world.letters(client.email)).toHaveLength(6);
  });

  it('sends each stored spelling of an address its own letter', async () => {
    const [a, b] = [
      await aClient(world, { email: 'Twin@client.test' }),
      await aClient(world, { email: 'twin@client.test' }),
    ];
    await world.browser().run(RecoverUsernameDocument, { email: 'TWIN@client.test' });
    for (const { email, username } of [a, b]) {
      const letters = await world.letters(email);
      expect(letters).toHaveLength(1);
      expect(letters[0]?.text).toContain(`- ${username} (`);
    }
  });
});

describe('at the same instant', () => {
  it('P102 a login with the old password and a new password: the old one opens nothing that lasts', async () => {
    for (let round = 0; round < 8; round += 1) {
      const client = await aClient(world);
      const owner = await browserByLink(world, client);
      const late = world.browser();
      await Promise.all([
        owner.run(SetPasswordDocument, { newPassword: 'seven quiet tin boats' }),
        logIn(late, client.username, client.password),
      ]);
      expect(await me(late)).toBeNull();
      expect((await logIn(world.browser(), client.username, client.password)).__typename).toBe(
        'InvalidCredentials',
      );
      expect((await logIn(world.browser(), client.username, 'seven quiet tin boats')).__typename).toBe(
        'LoggedIn',
      );
    }
  });

  it('four sessions that set a password: one does, the others are told, and none meets a fault', async () => {
    for (let round = 0; round < 8; round += 1) {
      const client = await aClient(world);
      const browsers = await Promise.all([1, 2, 3, 4].map(() => loggedInBrowser(world, client)));
      const input = { newPassword: 'entirely new words here', currentPassword: client.password };
      const answers = await Promise.all(browsers.map((browser) => browser.ask(SetPasswordDocument, input)));
      const outcomes = answers.map(
        ({ data, errors }) => data?.setPassword.__typename ?? errors?.[0]?.extensions?.['code'],
      );
      expect(outcomes.filter((o) => o === 'MyAccountChanged')).toHaveLength(1);
      for (const fault of ['INTERNAL_SERVER_ERROR', 'UNAVAILABLE']) expect(outcomes).not.toContain(fault);
    }
  }, 60_000);
});

describe('odd input', () => {
  it('a name that unfolds into more than the index holds is refused by its field', async () => {
    const browser = await loggedInBrowser(world, await aClient(world));
    const { changeUsername } = await browser.run(ChangeUsernameDocument, { username: '\uFDFA'.repeat(20) });
    expect(changeUsername).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'username' }] });
  });

  it('the own name once more changes nothing and is told to nobody', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    const { changeUsername } = await browser.run(ChangeUsernameDocument, { username: client.username });
    expect(changeUsername.__typename).toBe('MyAccountChanged');
    expect(await world.letters(client.email)).toHaveLength(0);
  });

  it('C116 a User-Agent writes nothing of its own into a diary', async () => {
    const client = await aClient(world);
    const stranger = world.browser({ userAgent: 'Locked! call 0800-EVIL now: http://evil.test' });
    await logIn(stranger, client.username, 'not the password');
    await world.settle();
    const events = await world.rows<{ device: string; actor: string }>(
      'select device, actor from access_event where account_id = ?',
      [client.id],
    );
    expect(events).toEqual([{ device: 'Unknown device', actor: 'SYSTEM' }]);
  });

  it('an address that can not be decoded gets the headers, and is not repeated', async () => {
    const response = await world.browser().send('GET', '/%E0%A4%A');
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-security-policy']).toContain("default-src 'none'");
    expect(response.body).not.toContain('%E0');
  });

  it.each([
    { query: print(LoginDocument), variables: { username: 'x', password: ['hunter2'] } },
    { query: 'mutation { login(username: "x", password: ["hunter2"]) { __typename } }' },
  ])('a password of the wrong type is not repeated: %j', async (body) => {
    const { response } = await world.browser().post(body);
    expect(response.statusCode).toBe(400);
    expect(response.body).not.toContain('hunter2');
  });
});

describe('a crowd', () => {
  // One hash at a time, so that the queue fills on a slow machine too.
  const narrow = useWorld({ env: { hashesInFlight: 1 }, settings: realHashing });

  it('P103 more secrets than this machine can hash are shed in words, never as a fault', async () => {
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, i) =>
        narrow.browser().ask(LoginDocument, { username: `crowd.${i}`, password: 'not the password' }),
      ),
    );
    const outcomes = new Set(
      answers.map(({ data, errors }) => data?.login.__typename ?? errors?.[0]?.extensions?.['code']),
    );
    expect(outcomes).toEqual(new Set(['InvalidCredentials', 'TooManyAttempts']));
  }, 60_000);
});
