/** The floor: node:http, `pg`, and the statements by hand. */
import { createServer, type IncomingMessage } from 'node:http';
import { askerOf, openPool, port, SESSION_COOKIE } from './asker.ts';
import { createByHand, type Opened } from './by-hand.ts';

const byHand = createByHand(openPool());

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
}

type Answer = { status: number; body: object; token?: string };

const loggedIn = (opened: Opened | null): Answer =>
  opened
    ? { status: 200, body: { __typename: 'LoggedIn', me: opened.me }, token: opened.token }
    : { status: 403, body: { __typename: 'Refused' } };

const routes: Record<string, (request: IncomingMessage) => Promise<Answer>> = {
  'GET /me': async (request) => {
    const { sessionToken } = askerOf(request.headers);
    return { status: 200, body: { me: sessionToken === null ? null : await byHand.me(sessionToken) } };
  },
  'POST /login-link': async (request) => {
    const { username = '' } = await bodyOf(request);
    const isQueued = await byHand.askForLink(username, askerOf(request.headers).source);
    return isQueued
      ? { status: 200, body: { __typename: 'RecoveryRequested' } }
      : { status: 429, body: { __typename: 'TooManyAttempts' } };
  },
  'POST /login': async (request) => {
    const { username = '', password = '' } = await bodyOf(request);
    return loggedIn(await byHand.logIn(username, password, askerOf(request.headers).source));
  },
  'POST /redeem': async (request) => loggedIn(await byHand.redeem((await bodyOf(request))['token'] ?? '')),
};

const NOT_FOUND: Answer = { status: 404, body: {} };

createServer((request, response) => {
  const route = routes[`${String(request.method)} ${String(request.url)}`];
  const answered = route ? route(request) : Promise.resolve(NOT_FOUND);
  answered
    .catch((error: unknown): Answer => {
      console.error(error);
      return { status: 500, body: {} };
    })
    .then(({ status, body, token }) => {
      const cookie = token && {
        'set-cookie': `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; Secure; SameSite=Lax`,
      };
      response.writeHead(status, { 'content-type': 'application/json', ...cookie }).end(JSON.stringify(body));
    });
}).listen(port, '127.0.0.1');
