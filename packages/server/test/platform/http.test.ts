import {
  LoginDocument,
  LogoutDocument,
  RecoverUsernameDocument,
  RequestLoginLinkDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiToken, browserByLink, loggedInBrowser, me } from '../world/acts.ts';
import { aClient, aCoach } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld({ settings: { limits: await generous() } });

/** Limits that this file does not mean to test. */
async function generous() {
  const { defaultSettings } = await import('../../src/settings/settings.ts');
  return {
    ...defaultSettings.limits,
    perSource: { points: 100_000, seconds: 900 },
    perTypedText: { points: 100_000, seconds: 900 },
  };
}

const login = (username = 'x', password = 'y') => ({
  query: print(LoginDocument),
  variables: { username, password },
});

describe('one try in a request', () => {
  const two = [
    'mutation { a: login(username: "x", password: "y") { __typename } b: login(username: "x", password: "y") { __typename } }',
    'mutation { ...A } fragment A on Mutation { login(username: "x", password: "y") { __typename } requestLoginLink(username: "x") { __typename } }',
    'mutation A { login(username: "x", password: "y") { __typename } } mutation B { login(username: "x", password: "y") { __typename } }',
    `mutation { ${Array.from({ length: 60 }, (_, i) => `a${i}: login(username: "x", password: "y") { __typename }`).join(' ')} }`,
  ];
  it.each(two)('C088 a second one is refused before anything runs: %s', async (query) => {
    const before = await world.rows('select sum(points) as points from rate_limit');
    const { errors, response } = await world
      .browser()
      .post({ query, operationName: query.includes('mutation B') ? 'B' : undefined });
    expect(errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(response.statusCode).toBe(400);
    expect(await world.rows('select sum(points) as points from rate_limit')).toEqual(before);
  });

  it('C088 a batch and a persisted query are refused', async () => {
    const batch = await world.browser().post(Array.from({ length: 10 }, () => login()));
    expect(batch.response.statusCode).toBe(400);
    const hash = await world
      .browser()
      .post({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } });
    expect(hash.data).toBeNull();
    expect(hash.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describe('the entrance', () => {
  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)(
    'C091 %s on /graphql is not answered',
    async (method) => {
      const query = encodeURIComponent('mutation { logout }');
      expect((await world.browser().send(method, `/graphql?query=${query}`)).statusCode).toBe(405);
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'C091 a body as %j is not read',
    async (type) => {
      const headers: Record<string, string> = type ? { 'content-type': type } : {};
      const response = await world
        .browser()
        .send('POST', '/graphql', { payload: JSON.stringify(login()), headers });
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
      expect(response.statusCode).toBeLessThan(500);
      expect(JSON.parse(response.body)).toMatchObject({
        errors: [{ extensions: { code: expect.any(String) as string } }],
      });
    },
  );

  it.each([
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('C092 what comes from another site is refused and changes nothing: %j', async (headers) => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    for (const body of [
      login(client.username, client.password),
      { query: print(LogoutDocument) },
      { query: print(SetPasswordDocument), variables: { newPassword: 'seven quiet tin boats' } },
    ]) {
      const { response } = await browser.post(body, headers);
      expect(response.statusCode).toBe(403);
      expect(response.headers['set-cookie']).toBeUndefined();
      expect(response.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect((await me(browser))?.id).toBe(client.id);
  });

  const foreign = { origin: 'https://tools.example', 'sec-fetch-site': 'cross-site' };
  const who = { query: '{ clients(first: 1) { totalCount } }' };

  it('C177 a token that works is served across sites, and no cookie beside it is read or set', async () => {
    const coach = await aCoach(world);
    const bearer = { authorization: `Bearer ${await apiToken(world, coach, ['CLIENTS_READ'])}` };
    const preflight = await world.browser().send('OPTIONS', '/graphql', {
      headers: {
        ...foreign,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(preflight.statusCode).toBe(204);
    const browser = await loggedInBrowser(world, await aClient(world));
    const { data, response } = await browser.post(who, { ...foreign, ...bearer });
    expect(data).toEqual({ clients: { totalCount: 0 } });
    expect(response.headers['set-cookie']).toBeUndefined();
    for (const { headers } of [preflight, response]) {
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  it('C177 without one, or with one that does not work, it is refused before anything is read or counted', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    const coach = await aCoach(world);
    const token = await apiToken(world, coach, ['CLIENTS_READ']);
    await world.rows('update api_token set expires_at = ?', [world.clock.now()]);
    await world.settle();
    const counted = () => world.rows('select * from rate_limit order by key');
    const before = await counted();
    for (const authorization of [
      `Bearer ${token}`,
      `Bearer lst_${'a'.repeat(43)}`,
      'Bearer',
      'Basic eDp5',
      '',
    ])
      for (const body of [who, login(client.username, 'wrong'), { query: '{' }]) {
        const { response } = await browser.post(body, { ...foreign, authorization });
        expect([authorization, response.statusCode]).toEqual([authorization, 403]);
        expect(response.headers['access-control-allow-origin']).toBeUndefined();
      }
    for (const headers of [
      { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      { 'access-control-request-method': 'DELETE', 'access-control-request-headers': 'authorization' },
    ]) {
      const preflight = await browser.send('OPTIONS', '/graphql', { headers: { ...foreign, ...headers } });
      expect(preflight.statusCode).toBe(403);
    }
    expect(await counted()).toEqual(before);
    const good = await apiToken(world, coach, ['CLIENTS_READ']);
    const elsewhere = { headers: { ...foreign, authorization: `Bearer ${good}` } };
    expect((await browser.send('POST', '/webhooks/mailgun', elsewhere)).statusCode).toBe(403);
  });

  it('what comes from the own origin is taken', async () => {
    const { response } = await world
      .browser()
      .post(login(), { origin: 'http://localhost:4000', 'sec-fetch-site': 'same-origin' });
    expect(response.statusCode).toBe(200);
  });

  it('C093 a fault shows a reference and nothing else, and the log has it under that reference', async () => {
    await world.rows(
      `create function explode() returns trigger language plpgsql as 'begin raise exception ''postgres://root:secret@db/x''; end'`,
    );
    await world.rows(
      'create trigger explode before insert or update on rate_limit for each row execute function explode()',
    );
    const { errors, response } = await world.browser().ask(RequestLoginLinkDocument, { username: 'whoever' });
    await world.rows('drop trigger explode on rate_limit');
    expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(response.body).not.toMatch(/postgres:|secret|stack|at .*\.ts/);
    const reference = /reference (\w+)/.exec(errors?.[0]?.message ?? '')?.[1] ?? 'none';
    expect(world.logLines.some((line) => line.includes(reference))).toBe(true);
  });

  it('P049 every answer carries the security headers, also an error', async () => {
    for (const path of ['/', '/login', '/nothing/here', '/healthz', '/readyz']) {
      const { headers } = await world.browser().send('GET', path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('P050 what is no page may do nothing, should a browser open it by itself', async () => {
    const closed = "default-src 'none'; frame-ancestors 'none'";
    const answers = [
      await world.browser().send('GET', '/healthz'),
      await world.browser().send('GET', '/graphql'),
      (await world.browser().post({ query: '{ __typename }' })).response,
    ];
    for (const { headers } of answers) expect(headers['content-security-policy']).toBe(closed);
  });

  it.each(['/.git/HEAD', '/.env', '/package.json', '/../package.json', '/assets/../../package.json'])(
    'P048 %s is not served',
    async (path) => {
      expect((await world.browser().send('GET', path)).statusCode).toBe(404);
    },
  );

  it('every page of the app is found, and no other', async () => {
    const routes = readFileSync(join(import.meta.dirname, '../../../web/src/routes.ts'), 'utf8');
    const paths = [...routes.matchAll(/^ {2}'(\/[^']*)':/gm)].map(([, path = '']) =>
      path.replace(':id', '1-2'),
    );
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths)
      expect([path, (await world.browser().send('GET', path)).statusCode]).toEqual([path, 200]);
    for (const path of ['/logins', '/account/email/x', '/stop/it'])
      expect([path, (await world.browser().send('GET', path)).statusCode]).toEqual([path, 404]);
  });

  it('another name pointed at this machine is not answered', async () => {
    const response = await world
      .browser()
      .send('GET', '/dev/mailbox.json', { headers: { host: 'rebound.evil.test' } });
    expect(response.statusCode).toBe(421);
  });
});

describe('bad input', () => {
  const broken = ['\u0000', 'a\u0000b', '\ud800', 'x\udfffy'];
  it.each(broken)(
    'C094 %j around a hit and a miss is InvalidInput, alike for both, never a fault',
    async (bad) => {
      const client = await aClient(world);
      const answers = async (username: string, email: string) => [
        (await world.browser().ask(LoginDocument, { username: `${username}${bad}`, password: 'y' })).response
          .body,
        (await world.browser().ask(RequestLoginLinkDocument, { username: `${bad}${username}` })).response
          .body,
        (await world.browser().ask(RecoverUsernameDocument, { email: `${email}${bad}` })).response.body,
      ];
      const hit = await answers(client.username, client.email);
      expect(hit).toEqual(await answers('nobody.here', 'nobody@client.test'));
      for (const body of hit) expect(body).toContain('InvalidInput');
    },
  );

  it('C095 an over-long password is refused before any hashing, a 5 MB body at the door', async () => {
    const client = await aClient(world);
    const long = 'x'.repeat(10_000);
    const { login } = await world.browser().run(LoginDocument, { username: client.username, password: long });
    expect(login).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'password' }] });
    const browser = await browserByLink(world, client);
    const { setPassword } = await browser.run(SetPasswordDocument, { newPassword: long });
    expect(setPassword.__typename).toBe('PasswordRejected');
    const { response } = await world.browser().post({ query: 'x'.repeat(5_000_000) });
    expect(response.statusCode).toBe(413);
    expect(JSON.parse(response.body)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it.each([
    ['username', { username: 'x'.repeat(3_000) }],
    ['username', { username: 'x'.repeat(100_000) }],
  ])('C097 an over-long %s is InvalidInput that names it', async (field, variables) => {
    const { requestLoginLink } = await world.browser().run(RequestLoginLinkDocument, variables);
    expect(requestLoginLink).toMatchObject({ __typename: 'InvalidInput', fields: [{ field }] });
  });

  it('C097 an address of 10 kB is InvalidInput that names it', async () => {
    const { recoverUsername } = await world
      .browser()
      .run(RecoverUsernameDocument, { email: `${'x'.repeat(10_000)}@client.test` });
    expect(recoverUsername).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'email' }] });
  });

  it.each([[['a@client.test', 'x@evil.test']], [{ $ne: 1 }], [1], [null]])(
    'C098 %j is no address: an error of types',
    async (email) => {
      const { errors, response } = await world
        .browser()
        .post({ query: print(RecoverUsernameDocument), variables: { email } });
      expect(response.statusCode).toBe(400);
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    },
  );

  it.each(['a@client.test,x@evil.test', 'a@client.test\nx@evil.test'])(
    'C098 %j is InvalidInput, and no mail goes',
    async (email) => {
      const { recoverUsername } = await world.browser().run(RecoverUsernameDocument, { email });
      expect(recoverUsername.__typename).toBe('InvalidInput');
      expect((await world.letters()).filter(({ to }) => to.includes('evil'))).toHaveLength(0);
    },
  );

  it('more wrong values than GraphQL cares to count are a typed error, too', async () => {
    const query = 'query ($rows: [ClientRowInput!]!) { checkClientImport(rows: $rows) { __typename } }';
    const { errors, response } = await world
      .browser()
      .post({ query, variables: { rows: Array(200).fill('x') } });
    expect(response.statusCode).toBe(400);
    expect(new Set(errors?.map(({ extensions }) => extensions?.['code']))).toEqual(
      new Set(['BAD_USER_INPUT']),
    );
  });

  it.each([
    { query: '{ me { nope } }' },
    { query: '{ me {' },
    { query: '' },
    {},
    { query: '{ me { id } }', variables: 7 },
    null,
    'x',
  ])('%j is a typed error, never a fault', async (body) => {
    const { response } = await world.browser().post(body);
    expect(response.statusCode).toBe(400);
    const { errors } = JSON.parse(response.body) as { errors: { extensions: { code: string } }[] };
    expect(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']).toContain(errors[0]?.extensions.code);
  });
});
