/** What is asked of whom, and how a right answer is known. `n` never repeats: each request is somebody else's. */
import { SESSION_COOKIE } from './contenders/asker.ts';
import {
  documents,
  emailOf,
  linkToken,
  mintLinks,
  mintMagicLinks,
  PASSWORD,
  sessionToken,
  usernameOf,
} from './seed.ts';

export const OPERATIONS = ['login', 'login link request', 'me', 'redeem a login link'] as const;
export type Operation = (typeof OPERATIONS)[number];
export const CONTENDERS = ['product', 'better-auth', 'apollo', 'mercurius', 'yoga', 'raw'] as const;
export type Contender = (typeof CONTENDERS)[number];

export interface Ask {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Plan {
  ask(n: number): Ask;
  /** Stands in every right answer and in no refusal. */
  expects: string;
  /** Before a round: makes what the requests from `from` on use up. */
  prepare?(from: number, count: number): void;
}

// Neither the product's limits for one address nor anybody else's are to be met: nobody comes twice.
const addressOf = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

const BROWSER = {
  'x-forwarded-proto': 'https',
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
};

const get = (path: string, n: number, cookie?: string): Ask => ({
  method: 'GET',
  path,
  headers: { ...BROWSER, 'x-forwarded-for': addressOf(n), ...(cookie && { cookie }) },
});

const post = (path: string, n: number, body: object, cookie?: string): Ask => ({
  method: 'POST',
  path,
  headers: { ...get(path, n, cookie).headers, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const cookieOf = (n: number) => `${SESSION_COOKIE}=${sessionToken(n)}`;
const GRAPHQL = '/graphql';
type Plans = Record<Operation, Partial<Record<Contender, Plan>>>;

/** To the product by the document's id, as its app does. */
const product: Record<Operation, Plan> = {
  login: {
    ask: (n) =>
      post(GRAPHQL, n, {
        documentId: documents.login.id,
        variables: { username: usernameOf(n), password: PASSWORD },
      }),
    expects: '"LoggedIn"',
  },
  'login link request': {
    ask: (n) => post(GRAPHQL, n, { documentId: documents.link.id, variables: { username: usernameOf(n) } }),
    expects: '"RecoveryRequested"',
  },
  me: {
    ask: (n) => post(GRAPHQL, n, { documentId: documents.me.id, variables: {} }, cookieOf(n)),
    expects: '"username":"client.',
  },
  'redeem a login link': {
    ask: (n) => post(GRAPHQL, n, { documentId: documents.redeem.id, variables: { token: linkToken(n) } }),
    expects: '"LoggedIn"',
    prepare: mintLinks,
  },
};

const raw: Record<Operation, Plan> = {
  login: {
    ask: (n) => post('/login', n, { username: usernameOf(n), password: PASSWORD }),
    expects: '"LoggedIn"',
  },
  'login link request': {
    ask: (n) => post('/login-link', n, { username: usernameOf(n) }),
    expects: '"RecoveryRequested"',
  },
  me: { ask: (n) => get('/me', n, cookieOf(n)), expects: '"username":"client.' },
  'redeem a login link': {
    ask: (n) => post('/redeem', n, { token: linkToken(n) }),
    expects: '"LoggedIn"',
    prepare: mintLinks,
  },
};

/** To the other GraphQL servers the same document as text. */
const graphql: Pick<typeof product, 'login link request' | 'me'> = {
  'login link request': {
    ask: (n) => post(GRAPHQL, n, { query: documents.link.text, variables: { username: usernameOf(n) } }),
    expects: '"RecoveryRequested"',
  },
  me: {
    ask: (n) => post(GRAPHQL, n, { query: documents.me.text, variables: {} }, cookieOf(n)),
    expects: '"username":"client.',
  },
};

/**
 * It goes through every address that it has seen in its window with each request, so that ever new ones would slow it down
 * more than its users do: it sees few, and its limits are so high that it refuses none of them.
 */
const fewAddresses = (n: number) => n % 64;

function betterAuth(cookies: string[]): Record<Operation, Plan> {
  return {
    login: {
      ask: (n) => signIn(n, 'username', { username: usernameOf(n), password: PASSWORD }),
      expects: '"token":"',
    },
    'login link request': {
      ask: (n) => signIn(n, 'magic-link', { email: emailOf(n) }),
      expects: '"status":true',
    },
    me: {
      ask: (n) => get('/api/auth/get-session', fewAddresses(n), cookies[n % cookies.length]),
      expects: '"session":{',
    },
    'redeem a login link': {
      ask: (n) => get(`/api/auth/magic-link/verify?token=${linkToken(n)}`, fewAddresses(n)),
      expects: '"token":"',
      prepare: mintMagicLinks,
    },
  };
}

const signIn = (n: number, way: string, body: object) =>
  post(`/api/auth/sign-in/${way}`, fewAddresses(n), body);

/** Somebody's cookie at Better Auth, which signs them: no statement could make one. */
export async function betterAuthCookie(origin: string, n: number): Promise<string> {
  const { path, ...request } = betterAuth([]).login.ask(n);
  const response = await fetch(`${origin}${path}`, request);
  const cookie = response.headers.getSetCookie().find((text) => text.includes('session_token='));
  if (!cookie) throw new Error(`Better Auth let nobody in: ${response.status} ${await response.text()}`);
  return cookie.split(';')[0] ?? '';
}

export function plansWith(betterAuthCookies: string[]): Plans {
  const peer = betterAuth(betterAuthCookies);
  const both = (operation: Operation) => ({
    product: product[operation],
    'better-auth': peer[operation],
    raw: raw[operation],
  });
  const all = (operation: keyof typeof graphql) => {
    const plan = graphql[operation];
    return { ...both(operation), apollo: plan, mercurius: plan, yoga: plan };
  };
  return {
    login: both('login'),
    'login link request': all('login link request'),
    me: all('me'),
    'redeem a login link': both('redeem a login link'),
  };
}
