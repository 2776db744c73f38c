import type { AddressInfo } from 'node:net';
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { speak } from '../world/raw-socket.ts';
import { useWorld } from '../world/world.ts';

const appDir = await mkdtemp(join(tmpdir(), 'latchstring-app-'));
await writeFile(join(appDir, 'index.html'), '<!doctype html><title>Latchstring</title>');
await mkdir(join(appDir, 'assets/deeper'), { recursive: true });
await writeFile(join(appDir, 'assets/app-1a2b3c.js'), 'export {};');
const world = useWorld({ env: { appDir } });

const get = async (path: string) => (await world.browser().send('GET', path)).headers;
const graphql = async (body: unknown) => (await world.browser().post(body)).response.headers;

describe('every answer', () => {
  it('P080 keeps windows and pages of other sites apart from it: page, file, API, fault', async () => {
    const answers = [
      await get('/login'),
      await get('/no-such-page'),
      await get('/assets/app-1a2b3c.js'),
      await get('/healthz'),
      await get('/%ff'),
      await graphql({ query: '{ site { name } }' }),
      await graphql({ query: '{' }),
    ];
    for (const headers of answers) {
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });

  it('P081 of the API and every page is kept by no browser and no proxy; files with a hash in their name are', async () => {
    for (const headers of [
      await get('/login'),
      await get('/account'),
      await get('/no-such-page'),
      await graphql({ query: '{ me { id } }' }),
      await graphql({ query: '{' }),
    ])
      expect(headers['cache-control']).toBe('no-store');
    expect((await get('/assets/app-1a2b3c.js'))['cache-control']).toContain('immutable');
  });
});

const wordsOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [String(value)];

describe('what others look at to see whether it is well', () => {
  it.each([
    ['/healthz', 'ok\n'],
    ['/readyz', 'ready\n'],
  ])('C127 %s says one word, and no setting by word or header', async (path, word) => {
    const answer = await world.browser().send('GET', path);
    expect(answer.body).toBe(word);
    const said = JSON.stringify([answer.body, answer.headers]);
    const settings = wordsOf(world.env).filter(({ length }) => length > 4);
    expect(settings.length).toBeGreaterThan(8);
    expect(settings.filter((setting) => said.includes(setting))).toEqual([]);
  });
});

describe('what is not there', () => {
  it.each(['/assets', '/assets/', '/assets/deeper', '/assets/deeper/', '/.vite/', '/assets/%2e%2e/assets/'])(
    'P078 is no list of files: %s',
    async (path) => {
      const { statusCode, body } = await world.browser().send('GET', path);
      expect(statusCode).toBe(404);
      expect(body).not.toContain('app-1a2b3c');
    },
  );

  it('P079 is no mirror: TRACE is refused and gives back nothing of what was sent', async () => {
    for (const path of ['/', '/graphql', '/login', '/healthz']) {
      const request = `TRACE ${path} HTTP/1.1\r\nHost: localhost:4000\r\nCookie: a=secret-in-a-cookie\r\n\r\n`;
      const { statuses, text } = await speak(port, [Buffer.from(request)], { patienceMs: 5_000 });
      expect(statuses).toHaveLength(1);
      expect([404, 405]).toContain(statuses[0]);
      expect(text).not.toContain('secret-in-a-cookie');
    }
  });
});

describe('two headers of a name', () => {
  const asking = (...lines: string[]) =>
    Buffer.from(
      [
        'POST /graphql HTTP/1.1',
        'Host: localhost:4000',
        'Content-Type: application/json',
        'Content-Length: 25',
        ...lines,
        '',
        '{"query":"{__typename}" }',
      ].join('\r\n'),
    );
  const statusOf = async (...lines: string[]) =>
    (await speak(port, [asking(...lines)], { patienceMs: 5_000 })).statuses;

  it('P082 that say where a request comes from refuse it, in either order', async () => {
    const [own, evil] = ['Origin: http://localhost:4000', 'Origin: https://evil.test'];
    expect(await statusOf(own)).toEqual([200]);
    expect(await statusOf(own, evil)).toEqual([403]);
    expect(await statusOf(evil, own)).toEqual([403]);
    const [same, cross] = ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Site: cross-site'];
    expect(await statusOf(same)).toEqual([200]);
    expect(await statusOf(same, cross)).toEqual([403]);
    expect(await statusOf(cross, same)).toEqual([403]);
  });

  it('that say what was sent do not make text of JSON, nor JSON of text', async () => {
    expect(await statusOf('Content-Type: text/plain')).toEqual([200]);
    const textFirst = asking()
      .toString()
      .replace('application/json', 'text/plain\r\nContent-Type: application/json');
    const { statuses } = await speak(port, [Buffer.from(textFirst)], { patienceMs: 5_000 });
    expect(statuses).toHaveLength(1);
    expect([400, 415]).toContain(statuses[0]);
  });
});

let port = 0;
beforeAll(async () => {
  await world.http.listen({ port: 0, host: '127.0.0.1' });
  port = (world.http.server.address() as AddressInfo).port;
});
