import {
  ChangeUsernameDocument,
  CreateApiTokenDocument,
  MeDocument,
  RequestEmailChangeDocument,
  RevokeOtherSessionsDocument,
  SetLoginLinkPolicyDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { browserByLink, loggedInBrowser, logIn, me } from '../world/acts.ts';
import type { Answer, Browser } from '../world/browser.ts';
import { addPasskey } from '../world/passkey-acts.ts';
import { Authenticator } from '../world/authenticator.ts';
import { aClient, type Person } from '../world/people.ts';
import { realHashing, useWorld } from '../world/world.ts';

// Its requests wait behind a crowd whose passwords are hashed.
const world = useWorld({ settings: realHashing });
const MINUTE_MS = 60_000;

/** As many passwords as wait in front of one that comes now. */
const crowd = () =>
  Promise.all(Array.from({ length: 40 }, (_, i) => logIn(world.browser(), `crowd.${i}`, 'not the password')));

type Changes = (browser: Browser, person: Person) => Promise<Answer<unknown>>;

const changes: [string, Changes][] = [
  [
    'an API token',
    (browser, { password }) =>
      browser.ask(CreateApiTokenDocument, {
        name: 'Left behind',
        scopes: ['ACCOUNT_READ'],
        currentPassword: password,
      }),
  ],
  [
    'another username',
    (browser, { id, password }) =>
      browser.ask(ChangeUsernameDocument, { username: `mine.${id}`, currentPassword: password }),
  ],
  [
    'another link policy',
    (browser, { password }) =>
      browser.ask(SetLoginLinkPolicyDocument, { policy: 'NEVER', currentPassword: password }),
  ],
  [
    'another address',
    (browser, { password }) =>
      browser.ask(RequestEmailChangeDocument, { email: 'mine@else.test', currentPassword: password }),
  ],
  [
    'another password',
    (browser, { password }) =>
      browser.ask(SetPasswordDocument, { newPassword: 'eight loud tin boats', currentPassword: password }),
  ],
];

/** All that opens this account. */
const ways = async ({ id }: Person) => [
  await world.rows('select username, email, login_link_policy, password_hash from account where id = ?', [
    id,
  ]),
  await world.rows('select name from api_token where account_id = ?', [id]),
  await world.rows('select new_email from access_change where account_id = ?', [id]),
];

describe('a session that was ended while its request waited', () => {
  it.each(changes)(
    'makes no change any more: %s; it is answered as one that never was',
    async (_, change) => {
      const client = await aClient(world);
      const thief = await loggedInBrowser(world, client);
      world.clock.advance(16 * MINUTE_MS);
      const owner = await loggedInBrowser(world, client);
      const before = await ways(client);
      const others = crowd();
      await new Promise((resolve) => setTimeout(resolve, 150));
      let isOver = false;
      const parked = change(thief, client).finally(() => (isOver = true));
      await new Promise((resolve) => setTimeout(resolve, 150));
      await owner.run(RevokeOtherSessionsDocument, {});
      // Else there was no race.
      expect(isOver).toBe(false);
      const { errors } = await parked;
      await others;
      expect(errors).toMatchObject([{ message: 'Log in first.', extensions: { code: 'UNAUTHENTICATED' } }]);
      expect(await ways(client)).toEqual(before);
      const nobody = await world.browser().ask(ChangeUsernameDocument, { username: 'who.ever' });
      expect(errors?.[0]?.message).toBe(nobody.errors?.[0]?.message);
      expect((await thief.run(MeDocument, {})).me).toBeNull();
    },
    60_000,
  );

  it('a passkey that is added while its owner sets a new password opens nothing afterwards', async () => {
    for (let round = 0; round < 12; round += 1) {
      const client = await aClient(world);
      const thief = await loggedInBrowser(world, client);
      const owner = await browserByLink(world, client);
      const device = new Authenticator();
      const setting = owner.run(SetPasswordDocument, { newPassword: 'seven quiet tin boats' });
      await new Promise((resolve) => setTimeout(resolve, round * 10));
      await Promise.all([setting, addPasskey(thief, device).catch(() => null)]);
      expect(await me(thief)).toBeNull();
      expect(await world.rows('select 1 from passkey where account_id = ?', [client.id])).toEqual([]);
    }
  }, 60_000);
});
