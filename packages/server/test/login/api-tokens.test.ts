import {
  ApiTokensDocument,
  ClientsDocument,
  CreateApiTokenDocument,
  DeactivateClientDocument,
  ReactivateClientDocument,
  LogoutDocument,
  MeDocument,
  RevokeApiTokenDocument,
  SetPasswordDocument,
  SiteDocument,
  type ApiScope,
} from '@latchstring/operations';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { hashToken } from '../../src/platform/random-token.ts';
import { bearer, logIn, loggedInBrowser, me } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, aCoach } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld({
  settings: { limits: { ...defaultSettings.limits, perSource: { points: 100_000, seconds: 900 } } },
});
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

async function tryToCreate(browser: Browser, wish: Parameters<typeof variablesOf>[0] = {}) {
  return (await browser.run(CreateApiTokenDocument, variablesOf(wish))).createApiToken;
}

const variablesOf = (wish: {
  name?: string;
  scopes?: ApiScope[];
  expiresAt?: string;
  currentPassword?: string;
}) => ({ name: 'CRM sync', scopes: ['ACCOUNT_READ' as ApiScope], ...wish });

async function create(browser: Browser, wish: Parameters<typeof tryToCreate>[1] = {}) {
  const created = await tryToCreate(browser, wish);
  if (created.__typename !== 'ApiTokenCreated') throw new Error(`No token: ${created.__typename}`);
  return created;
}

/** What a program with this secret learns of its account; the status where it is refused. */
async function askMe(secret: string, browser = world.browser()) {
  const { data, errors, response } = await browser.ask(MeDocument, {}, bearer(secret));
  const code = errors?.[0]?.extensions?.['code'];
  return { username: data?.me?.username, access: data?.me?.access, code, status: response.statusCode };
}

const refused = { username: undefined, access: undefined, code: 'UNAUTHENTICATED', status: 401 };

describe('making a token', () => {
  it('shows the secret once, keeps its SHA-256 alone, and tells the owner and the diary', async () => {
    const coach = await aCoach(world);
    const browser = await loggedInBrowser(world, coach);
    const { secret, token } = await create(browser, {
      scopes: ['CLIENTS_READ', 'MESSAGES_SEND', 'CLIENTS_READ'],
    });
    expect(secret).toMatch(/^lst_[0-9a-f]{72}$/);
    expect(token).toMatchObject({
      name: 'CRM sync',
      scopes: ['CLIENTS_READ', 'MESSAGES_SEND'],
      lastUsedAt: null,
    });
    const rows = await world.rows<{ token_hash: string }>('select * from api_token where account_id = ?', [
      coach.id,
    ]);
    expect(rows.map(({ token_hash }) => token_hash)).toEqual([hashToken(secret)]);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(4, 68));
    const { data } = await browser.ask(ApiTokensDocument, {});
    expect(data?.me?.apiTokens).toEqual([token]);
    const letter = await world.latest(coach.email);
    expect(letter.text).toContain('“CRM sync”');
    const everything = [...world.logLines, ...(await world.letters()).map(({ text }) => text)].join('\n');
    expect(everything).not.toContain(secret.slice(4, 68));
    const kinds = await world.rows('select kind from access_event where account_id = ?', [coach.id]);
    expect(kinds).toContainEqual({ kind: 'API_TOKEN_CREATED' });
  });

  it('takes a login within 15 minutes, or the current password', async () => {
    const coach = await aCoach(world);
    const browser = await loggedInBrowser(world, coach);
    world.clock.advance(16 * MINUTE_MS);
    expect((await tryToCreate(browser)).__typename).toBe('CurrentPasswordWrong');
    expect((await tryToCreate(browser, { currentPassword: 'not the password' })).__typename).toBe(
      'CurrentPasswordWrong',
    );
    expect((await tryToCreate(browser, { currentPassword: coach.password })).__typename).toBe(
      'ApiTokenCreated',
    );
  });

  it('names every fault of the input, and makes nothing', async () => {
    const coach = await aCoach(world);
    const browser = await loggedInBrowser(world, coach);
    const past = world.clock.now().toISOString();
    const far = new Date(world.clock.now().getTime() + 5_000 * DAY_MS).toISOString();
    const wrong: [Parameters<typeof tryToCreate>[1], string[]][] = [
      [{ name: '   ', scopes: [] }, ['name', 'scopes']],
      [{ name: 'x'.repeat(61) }, ['name']],
      [{ name: 'one\ntwo' }, ['name']],
      [{ name: 'a\u0000b', expiresAt: past }, ['name', 'expiresAt']],
      [{ expiresAt: far }, ['expiresAt']],
    ];
    for (const [wish, fields] of wrong)
      expect(await tryToCreate(browser, wish)).toMatchObject({
        __typename: 'InvalidInput',
        fields: fields.map((field) => ({ field })),
      });
    expect(await world.rows('select id from api_token where account_id = ?', [coach.id])).toEqual([]);
  });

  it("a client's token reads the account and nothing of a coach's", async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    expect(await tryToCreate(browser, { scopes: ['ACCOUNT_READ', 'CLIENTS_READ'] })).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ field: 'scopes' }],
    });
    const { secret } = await create(browser);
    expect(await askMe(secret)).toMatchObject({ username: client.username, status: 200 });
  });

  it('stops at 20 that live, also when they are asked for at once', async () => {
    const browser = await loggedInBrowser(world, await aCoach(world));
    const results = await Promise.all(Array.from({ length: 24 }, () => tryToCreate(browser)));
    const made = results.filter(({ __typename }) => __typename === 'ApiTokenCreated');
    expect(made).toHaveLength(20);
    expect(results.find(({ __typename }) => __typename === 'InvalidInput')).toMatchObject({
      fields: [{ field: 'name' }],
    });
  });
});

describe('using a token', () => {
  it('is the account, with what the account may; no cookie is set and none is looked at', async () => {
    const [coach, other] = [await aCoach(world), await aClient(world)];
    const { secret } = await create(await loggedInBrowser(world, coach));
    const browser = await loggedInBrowser(world, other);
    const before = new Map(browser.cookies);
    const { data, response } = await browser.ask(MeDocument, {}, bearer(secret));
    expect(data?.me?.username).toBe(coach.username);
    expect(response.headers['set-cookie']).toBeUndefined();
    expect(browser.cookies).toEqual(before);
    expect((await me(browser))?.username).toBe(other.username);
  });

  it.each([
    ['an invented one', () => `lst_${'0'.repeat(72)}`],
    ['one cut short', (good: string) => good.slice(0, -1)],
    [
      'one with a wrong character',
      (good: string) => `${good.slice(0, 10)}${good[10] === 'a' ? 'b' : 'a'}${good.slice(11)}`,
    ],
    ['one with a space inside', (good: string) => `${good} x`],
    ['its hash', (good: string) => hashToken(good)],
    ['nothing', () => ''],
  ])(
    '%s is UNAUTHENTICATED with status 401, and a good cookie beside it does not help',
    async (_what, bad) => {
      const browser = await loggedInBrowser(world, await aCoach(world));
      const { secret } = await create(browser);
      expect(await askMe(bad(secret), browser)).toEqual(refused);
      const { response } = await browser.ask(MeDocument, {}, bearer(bad(secret)));
      expect(response.headers['www-authenticate']).toBe('Bearer');
      expect(response.body).not.toContain(secret.slice(4, 40));
    },
  );

  it('may ask for the site, as the first thing of all, and gets no cookie for it', async () => {
    const secret = (await create(await loggedInBrowser(world, await aCoach(world)))).secret;
    const { data, errors, response } = await world.browser().ask(SiteDocument, {}, bearer(secret));
    expect(errors).toBeUndefined();
    expect(data?.site.name).toBe('Latchstring');
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  it('another scheme in the header is refused as well', async () => {
    const browser = await loggedInBrowser(world, await aCoach(world));
    const { errors } = await browser.ask(MeDocument, {}, { authorization: 'Basic bWFyaWE6cGFwZXI=' });
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('ends at its time, and is shown as ended', async () => {
    const coach = await aCoach(world);
    const expiresAt = new Date(world.clock.now().getTime() + DAY_MS).toISOString();
    const { secret } = await create(await loggedInBrowser(world, coach), { expiresAt });
    world.clock.advance(DAY_MS - 1);
    expect((await askMe(secret)).username).toBe(coach.username);
    world.clock.advance(1);
    expect(await askMe(secret)).toEqual(refused);
    const shown = await (await loggedInBrowser(world, coach)).run(ApiTokensDocument, {});
    expect(shown.me?.apiTokens).toMatchObject([{ expiresAt }]);
  });

  it('ends at once when it is revoked, by its owner alone', async () => {
    const coach = await aCoach(world);
    const browser = await loggedInBrowser(world, coach);
    const { secret, token } = await create(browser);
    const stranger = await loggedInBrowser(world, await aCoach(world, { practiceId: coach.practiceId }));
    for (const id of [token.id, 'no-id', '00000000-0000-4000-8000-000000000000'])
      expect((await stranger.run(RevokeApiTokenDocument, { id })).revokeApiToken).toMatchObject({
        __typename: 'InvalidInput',
        fields: [{ field: 'id' }],
      });
    expect((await askMe(secret)).status).toBe(200);
    const { revokeApiToken } = await browser.run(RevokeApiTokenDocument, { id: token.id });
    expect(revokeApiToken.__typename).toBe('MyAccountChanged');
    expect(await askMe(secret)).toEqual(refused);
    expect((await world.latest(coach.email)).subject).toContain('revoked');
    const kinds = await world.rows('select kind from access_event where account_id = ?', [coach.id]);
    expect(kinds).toContainEqual({ kind: 'API_TOKEN_REVOKED' });
  });

  it('is told when it was last used, to within five minutes, and reading does not become writing', async () => {
    const browser = await loggedInBrowser(world, await aCoach(world));
    const { secret } = await create(browser);
    const lastUsed = async () => (await browser.run(ApiTokensDocument, {})).me?.apiTokens[0]?.lastUsedAt;
    await askMe(secret);
    const first = await lastUsed();
    expect(first).toBe(world.clock.now().toISOString());
    world.clock.advance(4 * MINUTE_MS);
    await askMe(secret);
    expect(await lastUsed()).toBe(first);
    world.clock.advance(2 * MINUTE_MS);
    await askMe(secret);
    expect(await lastUsed()).toBe(world.clock.now().toISOString());
  });

  it('C053 a new password ends the tokens unless they are to stay', async () => {
    const coach = await aCoach(world);
    const browser = await loggedInBrowser(world, coach);
    const { secret } = await create(browser);
    const change = async (keepApiTokens: boolean, currentPassword: string, newPassword: string) =>
      (await browser.run(SetPasswordDocument, { newPassword, currentPassword, keepApiTokens })).setPassword
        .__typename;
    expect(await change(true, coach.password, 'seven quiet tin boats')).toBe('MyAccountChanged');
    expect((await askMe(secret)).status).toBe(200);
    expect(await change(false, 'seven quiet tin boats', 'eight quiet tin boats')).toBe('MyAccountChanged');
    expect(await askMe(secret)).toEqual(refused);
  });
});

describe('deactivated', () => {
  it.each([
    ['active', 'ACTIVE', false, { status: 200, access: 'FULL' }],
    ['deactivated', 'INACTIVE', false, { status: 401, access: undefined }],
    ['deactivated with access', 'INACTIVE', true, { status: 200, access: 'READ_ONLY' }],
  ] as const)('C048 the one rule answers for a token too: %s', async (_kind, status, access, expected) => {
    const client = await aClient(world);
    const { secret } = await create(await loggedInBrowser(world, client));
    await world.rows('update account set status = ?, may_log_in_while_inactive = ? where id = ?', [
      status,
      access,
      client.id,
    ]);
    expect(await askMe(secret)).toMatchObject(expected);
  });

  it('C050 a deactivation ends tokens for good, also those that were not used meanwhile', async () => {
    const coach = await aCoach(world);
    const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
    const { secret } = await create(await loggedInBrowser(world, client));
    const browser = await loggedInBrowser(world, coach);
    await browser.run(DeactivateClientDocument, { id: client.id, mayLogIn: false });
    await browser.run(ReactivateClientDocument, { id: client.id });
    expect(await askMe(secret)).toEqual(refused);
  });

  it('C052 with access: makes no token, and may revoke one', async () => {
    const client = await aClient(world);
    const { token } = await create(await loggedInBrowser(world, client));
    await world.rows(
      `update account set status = 'INACTIVE', may_log_in_while_inactive = true where id = ?`,
      [client.id],
    );
    const browser = await loggedInBrowser(world, client);
    expect((await tryToCreate(browser)).__typename).toBe('ReadOnlyAccess');
    const { revokeApiToken } = await browser.run(RevokeApiTokenDocument, { id: token.id });
    expect(revokeApiToken.__typename).toBe('MyAccountChanged');
    expect(await world.rows('select id from api_token where account_id = ?', [client.id])).toEqual([]);
  });
});

describe('scopes', () => {
  const tooMuch = [
    'mutation { sendMessage(input: { subject: "", body: "", recipients: { allActive: true } }) { __typename } }',
    'mutation { setPassword(newPassword: "seven quiet tin boats") { __typename } }',
    'mutation { createApiToken(name: "more", scopes: [ACCOUNT_READ]) { __typename } }',
    '{ me { username } }',
    'mutation { login(username: "x", password: "y") { __typename } }',
    'mutation { logout }',
    '{ clients { nodes { id deliveries { nodes { message { body } } } } } }',
  ];
  it.each(tooMuch)(
    'C115 a token that reads clients is refused the rest, and nothing of it runs: %s',
    async (query) => {
      const { secret } = await create(await loggedInBrowser(world, await aCoach(world)), {
        scopes: ['CLIENTS_READ'],
      });
      const { data, errors, response } = await world.browser().post({ query }, bearer(secret));
      expect(data).toBeNull();
      expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
      expect(response.statusCode).toBe(200);
      expect(response.headers['set-cookie']).toBeUndefined();
      const { errors: none } = await world
        .browser()
        .ask(ClientsDocument, { first: 25, orderBy: 'NAME' }, bearer(secret));
      expect(none).toBeUndefined();
    },
  );

  it('a client with a token meets the same rules as with a login', async () => {
    const client = await aClient(world);
    const { secret } = await create(await loggedInBrowser(world, client));
    await world.rows(`update api_token set scopes = '["CLIENTS_READ"]' where account_id = ?`, [client.id]);
    const { errors } = await world
      .browser()
      .ask(ClientsDocument, { first: 25, orderBy: 'NAME' }, bearer(secret));
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('logging out and in again leaves tokens as they are', async () => {
    const coach = await aCoach(world);
    const browser = await loggedInBrowser(world, coach);
    const { secret } = await create(browser);
    await browser.run(LogoutDocument, {});
    await logIn(browser, coach.username, coach.password);
    expect((await askMe(secret)).username).toBe(coach.username);
  });
});
