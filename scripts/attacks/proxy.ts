/**
 * Runs Caddy with deploy/Caddyfile on ports of its own, before a server that tells what it was asked, and looks at what
 * it does over http and https. `node scripts/attacks/proxy.ts`. Exits with 1 where something does not hold, with 77 and
 * a word where caddy is not installed.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as overHttp, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect, type SecureVersion } from 'node:tls';
import { root, run } from '../run.ts';
import { NOT_RUN } from '../verdicts.ts';

const HOST = 'login.localhost';

async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The very file, but for its ports, its certificate and where the API is. */
function caddyfile(ports: { http: number; https: number; api: number }): string {
  const text = readFileSync(join(root, 'deploy/Caddyfile'), 'utf8');
  const local = `local_certs\n\tskip_install_trust\n\thttp_port ${String(ports.http)}\n\thttps_port ${String(ports.https)}`;
  const placed = text
    .replace('admin off', `admin off\n\t${local}`)
    .replace(/dynamic a [^{]*\{[^}]*\}/, `to 127.0.0.1:${String(ports.api)}`);
  assert.ok(
    placed.includes('http_port') && placed.includes('to 127.0.0.1'),
    'The Caddyfile has another form',
  );
  return placed;
}

interface Answer {
  status: number;
  location: string | undefined;
  body: string;
}

type Ask = (method: string, path: string, headers?: Record<string, string>) => Promise<Answer>;

function asker(scheme: 'http' | 'https', port: number): Ask {
  return (method, path, headers = {}) =>
    new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, method, path, headers: { host: HOST, ...headers } };
      const hear = (response: IncomingMessage) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, location: response.headers.location, body }),
        );
      };
      // Its certificate is of an authority that it made itself a moment ago.
      const trusting = { ...options, servername: HOST, rejectUnauthorized: false };
      const asked = scheme === 'http' ? overHttp(options, hear) : overHttps(trusting, hear);
      asked.on('error', reject);
      asked.end(method === 'POST' ? '{"query":"{ __typename }"}' : undefined);
    });
}

async function whenUp(ask: Ask): Promise<void> {
  for (let times = 0; times < 100; times += 1) {
    const isUp = await ask('GET', '/up').then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await pause(100);
  }
  throw new Error('Caddy did not start');
}

async function look(plain: Ask, secure: Ask): Promise<void> {
  for (const method of ['GET', 'HEAD']) {
    const page = await plain(method, '/login/help?x=1');
    assert.equal(page.status, 308, `${method} of a page over http`);
    assert.equal(page.location, `https://${HOST}/login/help?x=1`);
  }
  console.log('✔ a page over http leads to https');
  for (const [method, path] of [
    ['POST', '/graphql'],
    ['GET', '/graphql?query={me{id}}'],
    ['POST', '/webhooks/mailgun'],
    ['POST', '/'],
    ['PUT', '/login'],
    ['OPTIONS', '/graphql'],
  ] as const) {
    const refused = await plain(method, path);
    assert.equal(refused.status, 403, `${method} ${path} over http`);
    assert.equal(refused.location, undefined);
    assert.equal(refused.body, '');
  }
  console.log('✔ P072 what sends something over http is refused, and led nowhere');
  const told = await secure('POST', '/graphql', {
    'content-type': 'application/json',
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'http',
    'x-forwarded-host': 'evil.test',
  });
  const { url, headers } = JSON.parse(told.body) as { url: string; headers: Record<string, string> };
  assert.equal(url, '/graphql');
  assert.equal(headers['x-forwarded-for'], '127.0.0.1');
  assert.equal(headers['x-forwarded-proto'], 'https');
  assert.equal(headers['x-forwarded-host'], HOST);
  console.log(
    '✔ P071 over https it comes to the API, and the address that really called takes the place of a claimed one',
  );
}

/** What came of a handshake in which we offer this and nothing else. */
function handshake(port: number, version: SecureVersion, ciphers: string): Promise<string> {
  return new Promise((resolve) => {
    const offered = { minVersion: version, maxVersion: version, ciphers: `${ciphers}:@SECLEVEL=0` };
    const trusting = { host: '127.0.0.1', port, servername: HOST, rejectUnauthorized: false };
    const socket = connect({ ...trusting, ...offered }, () => {
      resolve(socket.getProtocol() ?? 'none');
      socket.end();
    });
    // Of the other side: what we would not even offer has another code.
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

async function lookAtTls(port: number): Promise<void> {
  for (const version of ['TLSv1.2', 'TLSv1.3'] as const)
    assert.equal(await handshake(port, version, 'DEFAULT'), version);
  for (const version of ['TLSv1', 'TLSv1.1'] as const)
    assert.match(await handshake(port, version, 'ALL'), /ALERT_PROTOCOL_VERSION/, version);
  for (const cipher of ['ECDHE-ECDSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA384', 'AES128-GCM-SHA256', 'NULL'])
    assert.match(await handshake(port, 'TLSv1.2', cipher), /HANDSHAKE_FAILURE/, cipher);
  console.log(
    '✔ P070 TLS 1.2 and 1.3 are spoken and nothing older, with forward secrecy and authenticated ciphers',
  );
}

/** The API is gone: what Caddy could not pass on it logs, and an address may hold a token where a scanner encoded it. */
async function lookAtLog(secure: Ask, said: () => string): Promise<void> {
  const token = 'Zk3-qX_0aB9cD8eF7gH6iQ';
  const headers = { referer: `https://scanner.test/?url=${token}` };
  const paths = ['/login/link%23', '/welcome%2523', '/stop/%252523', '/login?next=/login/link%23'];
  const answers = await Promise.all(paths.map((path) => secure('GET', path + token, headers)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    paths.map(() => 502),
  );
  const lines = () => said().match(/^.*http\.log\.error.*$/gm) ?? [];
  for (let times = 0; lines().length < paths.length && times < 50; times += 1) await pause(100);
  assert.equal(lines().length, paths.length, 'Caddy logs what it could not pass on');
  assert.match(said(), /"uri":"\/welcome"/);
  assert.equal(said().includes(token), false, 'a token in the log of Caddy');
  console.log('✔ C142 the log of what could not be passed on holds no token');
}

async function main(): Promise<number> {
  if ((await run('caddy', ['version'])).code === 127) {
    console.log('caddy is not installed: the proxy was not looked at. Debian: apt-get install caddy');
    return NOT_RUN;
  }
  const api = createServer((request, response) => {
    request.resume();
    response.end(JSON.stringify({ url: request.url, headers: request.headers }));
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const ports = {
    http: await freePort(),
    https: await freePort(),
    api: (api.address() as AddressInfo).port,
  };
  const folder = mkdtempSync(join(tmpdir(), 'latchstring-caddy-'));
  writeFileSync(join(folder, 'Caddyfile'), caddyfile(ports));
  const caddy = spawn('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], {
    env: { PATH: process.env.PATH, HOME: folder, PUBLIC_URL: `https://${HOST}`, XDG_DATA_HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  caddy.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  try {
    const secure = asker('https', ports.https);
    await whenUp(secure);
    await look(asker('http', ports.http), secure);
    await lookAtTls(ports.https);
    api.close().closeAllConnections();
    await lookAtLog(secure, () => said);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(said.slice(-2_000));
    return 1;
  } finally {
    caddy.kill();
    if (api.listening) api.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
