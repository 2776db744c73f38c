import { LoginDocument, RequestLoginLinkDocument } from '@latchstring/operations';
import { print } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { askForLink, logIn, loggedInBrowser, me } from '../world/acts.ts';
import { aClient, aCoach, type Person } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
const DAY_MS = 86_400_000;

interface Answer {
  status: number;
  body: string;
}

/** JSON exactly as written: a serialiser would drop or rename what is tested here. */
async function post(json: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { statusCode, body } = await world.browser().send('POST', '/graphql', {
    payload: json,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: statusCode, body };
}

describe('keys that every object of JavaScript has', () => {
  const query = JSON.stringify(print(LoginDocument));
  const evil = '{"polluted":"yes","isAdmin":true,"role":"COACH"}';
  it.each([
    ['variables', `{"query":${query},"variables":{"__proto__":${evil},"username":"x","password":"y"}}`],
    [
      'variables',
      `{"query":${query},"variables":{"constructor":{"prototype":${evil}},"username":"x","password":"y"}}`,
    ],
    ['the body', `{"query":${query},"__proto__":${evil},"variables":{"username":"x","password":"y"}}`],
    [
      'the body',
      `{"constructor":{"prototype":${evil}},"query":${query},"variables":{"username":"x","password":"y"}}`,
    ],
    [
      'extensions',
      `{"query":${query},"extensions":{"__proto__":${evil}},"variables":{"username":"x","password":"y"}}`,
    ],
    [
      'an input',
      `{"query":"mutation ($i: AddClientInput!) { addClient(input: $i) { __typename } }","variables":{"i":{"__proto__":${evil},"firstName":"A"}}}`,
    ],
    ['a name', `{"query":"{ __proto__ constructor toString }"}`],
    ['an alias', `{"query":"{ constructor: site { __proto__: name hasOwnProperty: name } }"}`],
    ['the operation', `{"query":"query a { __typename }","operationName":"__proto__"}`],
    ['a document', `{"documentId":"__proto__"}`],
  ])('P010 change nothing, in %s: %s', async (_, json) => {
    const { status, body } = await post(json);
    expect(status).toBeLessThan(500);
    expect(body).not.toContain('yes');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(await me(world.browser())).toBeNull();
  });

  it('P010 are names like others for what is counted and looked up', async () => {
    for (const username of ['__proto__', 'constructor', 'hasOwnProperty', 'toString']) {
      const { requestLoginLink } = await world.browser().run(RequestLoginLinkDocument, { username });
      expect(requestLoginLink.__typename).toBe('RecoveryRequested');
      expect((await logIn(world.browser(), username, 'x')).__typename).toBe('InvalidCredentials');
    }
  });
});

describe('what is said twice', () => {
  let client: Person;
  beforeAll(async () => {
    client = await aClient(world);
  });
  const cookieOf = (browser: { cookies: Map<string, string> }) => {
    const [name, value] = [...browser.cookies].find(([key]) => key.includes('session')) ?? [];
    return { name: String(name), value: String(value) };
  };

  it('P008 a document in the address is not read, and does not take the place of the one in the body', async () => {
    const url = `/graphql?query=${encodeURIComponent('{ __schema { types { name } } }')}&query=x&documentId=y`;
    const { body, statusCode } = await world.browser().send('POST', url, {
      payload: '{"query":"{ site { name } }"}',
      headers: { 'content-type': 'application/json' },
    });
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toEqual({ data: { site: { name: world.env.siteName } } });
  });

  it('P014 of two cookies of a name the first counts, and an invented one gets nobody in', async () => {
    const browser = await loggedInBrowser(world, client);
    const { name, value } = cookieOf(browser);
    const query = '{"query":"{ me { id } }"}';
    const invented = `${name}=${'A'.repeat(43)}`;
    const first = await post(query, { cookie: `${name}=${value}; ${invented}` });
    expect(JSON.parse(first.body)).toEqual({ data: { me: { id: client.id } } });
    const second = await post(query, { cookie: `${invented}; ${name}=${value}` });
    expect(JSON.parse(second.body)).toEqual({ data: { me: null } });
  });

  it('of two arguments or variables of a name there is no second: an error, and nothing runs', async () => {
    for (const query of [
      'mutation { login(username: "x", username: "y", password: "z") { __typename } }',
      'query ($a: Int, $a: Int) { site { name } }',
      '{ clients(first: 1, first: 2) { totalCount } }',
    ]) {
      const { status, body } = await post(JSON.stringify({ query }));
      expect(status).toBe(400);
      expect(body).toContain('GRAPHQL_VALIDATION_FAILED');
    }
  });
});

describe('numbers at the ends of their range', () => {
  it.each([-2_147_483_649, -2_147_483_648, -1, 0, 101, 2_147_483_647, 2_147_483_648, 1e308, 1.5])(
    'P009 a page of %d is refused in words, and never a fault',
    async (first) => {
      const coach = await loggedInBrowser(world, await aCoach(world));
      const query = 'query ($first: Int!) { clients(first: $first) { nodes { id } } }';
      const { errors, response } = await coach.post({ query, variables: { first } });
      expect(response.statusCode).toBeLessThan(500);
      const codes = (errors ?? []).map(({ extensions }) => extensions?.['code']);
      expect(codes).toHaveLength(1);
      // By its own rule, or before by the cost of so large a page.
      expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(codes[0]);
    },
  );
});

describe('what a format would read as its own', () => {
  const odd = '%s%n%d %o %j {} {0} ${x} %c';
  it('P013 is ordinary text in names, letters and the log', async () => {
    const client = await aClient(world, { username: `${odd}.me` });
    const letter = await askForLink(world, client);
    expect(letter.text).toContain(odd);
    const before = world.logLines.length;
    expect((await logIn(world.browser(), odd, odd)).__typename).toBe('InvalidCredentials');
    await world.settle();
    const fresh = world.logLines.slice(before);
    expect(fresh.length).toBeGreaterThan(0);
    for (const line of fresh) expect(Object.keys(JSON.parse(line) as object)).toContain('msg');
    expect(fresh.join('')).not.toContain('%o');
  });
});

describe('a password', () => {
  it('P011 does not grow old: after two years it logs in, and nobody asks for another one', async () => {
    const client = await aClient(world);
    world.clock.advance(730 * DAY_MS);
    const login = await logIn(world.browser(), client.username, client.password);
    expect(login).toMatchObject({ __typename: 'LoggedIn' });
  });
});

describe('the person who runs this', () => {
  it('P012 ends every login of everybody by emptying the table of sessions', async () => {
    const browsers = [
      await loggedInBrowser(world, await aClient(world)),
      await loggedInBrowser(world, await aCoach(world)),
    ];
    for (const browser of browsers) expect(await me(browser)).not.toBeNull();
    await world.rows('delete from session');
    for (const browser of browsers) expect(await me(browser)).toBeNull();
  });
});
