import { mkdtemp, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { INBOUND } from '../world/inbound.ts';
import { speak } from '../world/raw-socket.ts';
import { useWorld } from '../world/world.ts';

/*
 * Bytes on a socket, as no browser would send them. FUZZ_CONNECTIONS says how many of each kind, FUZZ_SEED which ones.
 */
const CONNECTIONS = Number(process.env['FUZZ_CONNECTIONS'] ?? 150);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_125);
const PATIENCE_MS = 8_000;

const appDir = await mkdtemp(join(tmpdir(), 'latchstring-app-'));
await writeFile(join(appDir, 'index.html'), '<!doctype html><title>Latchstring</title>');
await writeFile(join(appDir, 'app.js'), 'export {};');
const world = useWorld({ env: { appDir, inbound: INBOUND } });

let port = 0;
beforeAll(async () => {
  await world.http.listen({ port: 0, host: '127.0.0.1' });
  port = (world.http.server.address() as AddressInfo).port;
});

afterEach(async () => {
  // Whatever came before, the next one is served, and nothing was a fault of ours.
  const health = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect([health.status, await health.text()]).toEqual([200, 'ok\n']);
  expect(world.logLines.filter((line) => Number(/"level":(\d+)/.exec(line)?.[1]) >= 50)).toEqual([]);
});

const bytes = (text: string) => Buffer.from(text, 'latin1');
const body = '{"query":"{ __typename }"}';
const post = (headers: string, payload = body) =>
  bytes(
    `POST /graphql HTTP/1.1\r\nHost: localhost:4000\r\nContent-Type: application/json\r\n${headers}\r\n\r\n${payload}`,
  );
const length = `Content-Length: ${body.length}`;

const paths = fc.oneof(
  fc.constantFrom(
    ...[
      '/',
      '/graphql',
      '/graphql/',
      '/graphql?query={__typename}',
      '/login',
      '/healthz',
      '/readyz',
      '/app.js',
    ],
    ...[
      '/%',
      '/%ff',
      '/%00',
      '/%c0%ae%c0%ae/',
      '/..',
      '/../..',
      '/..%2f..%2fetc/passwd',
      '/assets/..\\..\\x',
      '//',
      '///evil.test/',
    ],
    ...[
      '/dev/mailbox.json',
      '/dev/mailbox/%2e%2e.html',
      '/dev/mailbox/%ff.html',
      '/webhooks/mailgun',
      '/webhooks/mailgun/inbound',
    ],
    ...[
      '*',
      '',
      'graphql',
      'http://localhost:4000/graphql',
      'http://evil.test/',
      'https://[',
      'localhost:4000',
      'ftp://x/y',
      '?',
      '#',
    ],
    ...[
      '/login;x=y',
      '/login?%',
      '/clients/%F0%9F%90%99',
      '/\u00e9',
      '/\u0001',
      '/a b',
      `/${'x'.repeat(5_000)}`,
      `/${'%41'.repeat(30_000)}`,
    ],
    `/clients/${'a'.repeat(201)}`,
  ),
  fc.webPath().map((path) => `/${path}`),
);
const methods = fc.constantFrom(
  ...[
    'GET',
    'POST',
    'POST',
    'POST',
    'HEAD',
    'OPTIONS',
    'PUT',
    'DELETE',
    'PATCH',
    'TRACE',
    'CONNECT',
    'PROPFIND',
    'QUERY',
  ],
  ...['get', 'FOO', '', 'GET\tx', 'M-SEARCH', 'PRI'],
);
const versions = fc.constantFrom(
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.0',
  'HTTP/0.9',
  'HTTP/2.0',
  'HTTP/9.9',
  'http/1.1',
  '',
);
const odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\u00ff\u00fe',
    '\ud83d',
    ';;;',
    '%',
    '"',
    ',',
    '=',
    '../',
    'null',
    '-1',
    'x'.repeat(20_000),
  ),
  fc.string({ unit: 'binary-ascii', maxLength: 60 }),
);
const names = fc.constantFrom(
  ...[
    'Cookie',
    'Authorization',
    'Content-Type',
    'Accept',
    'Origin',
    'Sec-Fetch-Site',
    'X-Forwarded-For',
    'Forwarded',
  ],
  ...[
    'User-Agent',
    'Range',
    'If-None-Match',
    'If-Modified-Since',
    'Expect',
    'Upgrade',
    'Connection',
    'Content-Encoding',
  ],
  ...[
    'Latchstring-Account',
    'Content-Length',
    'Transfer-Encoding',
    'Host',
    'Trailer',
    'TE',
    '__proto__',
    'constructor',
    'x y',
    '',
  ],
);
const values = fc.oneof(
  odd,
  fc.constantFrom(
    ...[
      'application/json',
      'application/json; charset=utf-7',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'text/plain',
    ],
    ...[
      'application/x-www-form-urlencoded',
      'Bearer x',
      'Basic ====',
      'chunked',
      'gzip',
      'gzip, chunked',
      '0',
      '5',
      '99999999999999999999',
    ],
    ...[
      'bytes=0-',
      'bytes=5-1',
      'bytes=-9999999999',
      '100-continue',
      '200-ok',
      'websocket',
      'h2c',
      'upgrade',
      'close',
      'keep-alive',
    ],
    ...[
      'latchstring-session=x',
      'latchstring-session=; latchstring-session',
      '=;=;=',
      'a=%ff',
      '__proto__=1',
      'localhost:4000',
      'evil.test',
    ],
    ...['null', 'cross-site', 'W/"x"', 'Thu, 99 Foo 0000', '::1', '[::', '1.2.3.4, 5.6.7.8'],
  ),
);
const headers = fc
  .array(fc.tuple(names, values), { maxLength: 6 })
  .map((list) => list.map(([name, value]) => `${name}: ${value}\r\n`).join(''));
const payloads = fc.oneof(
  fc.constantFrom(
    '',
    body,
    'null',
    '[]',
    '{',
    '"',
    '\u0000',
    '[[[[[[',
    `{"query":${'['.repeat(50_000)}`,
    '{"__proto__":{"query":"{me{id}}"}}',
  ),
  fc.json(),
  fc.string({ unit: 'binary-ascii' }),
  fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array).toString('latin1')),
);
const framing = fc.oneof(
  fc.constantFrom('', 'right', 'right', 'short', 'long', 'twice', 'chunked', 'rubbish', 'both'),
);

function framed(kind: string, payload: string): [string, string] {
  const size = payload.length;
  if (kind === 'right') return [`Content-Length: ${size}\r\n`, payload];
  if (kind === 'short') return [`Content-Length: ${Math.max(0, size - 3)}\r\n`, payload];
  if (kind === 'long') return [`Content-Length: ${size + 7}\r\n`, payload];
  if (kind === 'twice') return [`Content-Length: ${size}\r\nContent-Length: ${size + 1}\r\n`, payload];
  const chunk = `${size.toString(16)}\r\n${payload}\r\n0\r\n\r\n`;
  if (kind === 'chunked') return ['Transfer-Encoding: chunked\r\n', chunk];
  if (kind === 'rubbish') return ['Transfer-Encoding: chunked\r\n', `zz\r\n${payload}\r\n-1\r\n`];
  if (kind === 'both') return [`Content-Length: ${size}\r\nTransfer-Encoding: chunked\r\n`, chunk];
  return ['', payload];
}

/** Mostly one thing is wrong: else everything would end at the first look. */
const often = <Value>(usual: Value, other: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

const requests = fc
  .record({
    method: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom('GET', 'POST') },
      { weight: 1, arbitrary: methods },
    ),
    path: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom('/graphql', '/login') },
      { weight: 2, arbitrary: paths },
    ),
    version: often('HTTP/1.1', versions),
    more: often('', headers),
    payload: often(body, payloads),
    kind: often('right', framing),
    hasHost: often(true, fc.boolean()),
  })
  .map(({ method, path, version, more, payload, kind, hasHost }) => {
    const [lines, sent] = method === 'GET' && kind === 'right' ? ['', ''] : framed(kind, payload);
    const type = more.includes('Content-Type') ? '' : 'Content-Type: application/json\r\n';
    const host = hasHost ? 'Host: localhost:4000\r\n' : '';
    return bytes(`${method} ${path} ${version}\r\n${host}${type}${more}${lines}\r\n${sent}`);
  });

const statusesSeen = new Map<number, number>();

async function holds(pieces: Buffer[]): Promise<void> {
  const { statuses, ended, text } = await speak(port, pieces, { patienceMs: PATIENCE_MS });
  for (const status of statuses) statusesSeen.set(status, (statusesSeen.get(status) ?? 0) + 1);
  expect(ended, 'the server left the connection hanging').toBe(true);
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  expect(text).not.toMatch(/node_modules|\bat \S+ \(|\.[jt]s:\d/);
}

describe(`bytes that are no request, or a bent one: seed ${SEED}`, () => {
  const options = { seed: SEED, numRuns: CONNECTIONS };

  it('get a 4xx or a closed connection, never a fault, never silence', async () => {
    await fc.assert(
      fc.asyncProperty(requests, (request) => holds([request])),
      options,
    );
    expect([...statusesSeen.keys()]).toEqual(expect.arrayContaining([200, 400]));
  }, 3_600_000);

  it('of any kind at all', async () => {
    const rubbish = fc.uint8Array({ minLength: 1, maxLength: 2_000 }).map((array) => Buffer.from(array));
    await fc.assert(
      fc.asyncProperty(rubbish, (piece) => holds([piece])),
      options,
    );
  }, 3_600_000);

  it('with some of the bytes of a good one changed, and cut in two anywhere', async () => {
    const good = post(length);
    const flips = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(flips, fc.nat(good.length), (changes, cut) => {
        const bent = Buffer.from(good);
        for (const [at, byte] of changes) bent[at] = byte;
        return holds([bent.subarray(0, cut), bent.subarray(cut)]);
      }),
      options,
    );
  }, 3_600_000);
});

describe('a request within a request', () => {
  const hidden = 'POST /graphql HTTP/1.1\r\nHost: localhost:4000\r\nContent-Type: application/json\r\n\r\n';
  it.each([
    ['two lengths', `${length}\r\nContent-Length: 0`],
    ['a length and chunks', `${length}\r\nTransfer-Encoding: chunked`],
    ['chunks written oddly', 'Transfer-Encoding: xchunked'],
    ['chunks behind a tab', 'Transfer-Encoding:\tchunked\r\nTransfer-Encoding: identity'],
    ['a length with a sign', `Content-Length: +${body.length}`],
    ['a length that is none', 'Content-Length: 0x1a'],
    ['a name with a space behind it', `Content-Length : ${body.length}`],
    ['a folded header', `X-A: b\r\n Content-Length: 0\r\n${length}`],
  ])('C091 %s: refused, and what follows is not answered', async (_, framingLines) => {
    const { statuses } = await speak(port, [post(framingLines, `${body}${hidden}`)], {
      patienceMs: PATIENCE_MS,
    });
    expect(statuses).toHaveLength(1);
    expect(statuses[0]).toBeGreaterThanOrEqual(400);
    expect(statuses[0]).toBeLessThan(500);
  });
});

describe('C095 what is too large', () => {
  it.each([
    ['headers of 100 kB', post(`X-A: ${'x'.repeat(100_000)}\r\n${length}`), [431]],
    ['5,000 headers', post(`${'X-A: b\r\n'.repeat(5_000)}${length}`), [431]],
    [
      'an address of 100 kB',
      bytes(`GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: localhost:4000\r\n\r\n`),
      [431],
    ],
    ['a length of 9 GB', post('Content-Length: 9000000000'), [413]],
    ['chunks without end', post('Transfer-Encoding: chunked', `fffff\r\n${'x'.repeat(0xfffff)}\r\n`), [413]],
  ])('%s', async (_, request, wanted) => {
    const { statuses } = await speak(port, [request], { patienceMs: PATIENCE_MS });
    expect(statuses).toEqual(wanted);
  });
});

describe('a client that takes its time', () => {
  it('loses the connection: while it says its headers, while it sends its body, and while it says nothing', async () => {
    const slow = { patienceMs: 60_000, thenEnd: false, pauseMs: 1_000 };
    const drops = Array.from({ length: 55 }, (_, i) => bytes(`X-${i}: y\r\n`));
    const [saying, sending, silent] = await Promise.all([
      speak(port, [bytes('GET / HTTP/1.1\r\nHost: localhost:4000\r\n'), ...drops], slow),
      speak(port, [post('Content-Length: 500', ''), ...Array.from({ length: 55 }, () => bytes(' '))], slow),
      speak(port, [], slow),
    ]);
    expect(saying.ended && sending.ended && silent.ended).toBe(true);
    expect([saying.statuses, sending.statuses]).toEqual([[408], [408]]);
    expect(saying.ms).toBeLessThan(20_000);
    expect(silent.ms).toBeLessThan(20_000);
    expect(sending.ms).toBeLessThan(40_000);
  }, 70_000);

  it('many of them keep nobody else waiting', async () => {
    const crowd = Array.from({ length: 200 }, () =>
      speak(port, [post('Content-Length: 500', '')], { patienceMs: 5_000, thenEnd: false }),
    );
    const start = performance.now();
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect(performance.now() - start).toBeLessThan(4_000);
    await Promise.all(crowd);
  });
});
