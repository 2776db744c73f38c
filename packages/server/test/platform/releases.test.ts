import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { keepRelease } from '../../src/platform/releases/keep-release.ts';
import { admin } from '../world/admin.ts';
import { useWorld } from '../world/world.ts';

const DAY_MS = 86_400_000;
const root = mkdtempSync(join(tmpdir(), 'latchstring-releases-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The app of one release, as its build leaves it. */
function built(name: string): string {
  const dir = join(root, name);
  const files = {
    'index.html': `<!doctype html><title>${name}</title>`,
    [`assets/app-${name}.js`]: `export const release = '${name}';`,
    [`es/assets/app-${name}.css`]: 'a {}',
    [`assets/app-${name}.js.map`]: '{}',
    '.vite/trusted-documents.json': JSON.stringify({ [`id-${name}`]: `query ${name} { site { name } }` }),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

const world = useWorld({
  env: { appDir: built('three'), production: true, publicUrl: 'https://login.example.com' },
});
const browser = () => world.browser({ headers: { host: 'login.example.com' } });
const get = (path: string) => browser().send('GET', path);
const status = async (path: string) => (await get(path)).statusCode;
const ask = async (id: string) => (await browser().post({ documentId: id })).response.statusCode;
const keep = (name: string) => keepRelease(world.em, built(name), world.clock.now());
/** What is looked for again and again is looked up every five seconds. */
const comes = (look: () => Promise<number>, code: number) =>
  expect.poll(look, { timeout: 20_000 }).toBe(code);

describe('C145 over a release', () => {
  beforeEach(() => world.rows('delete from release_file'));

  it('a tab of the release before, or of the one after, finds its files and may send its documents', async () => {
    await keep('two');
    await keep('three');
    await comes(() => status('/assets/app-two.js'), 200);
    const { body, headers } = await get('/assets/app-two.js');
    expect(body).toBe(`export const release = 'two';`);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect((await get('/es/assets/app-two.css')).headers['content-type']).toBe('text/css; charset=utf-8');
    expect(await ask('id-two')).toBe(200);
    // The one that its migration has announced is served by whoever still runs this one.
    await keep('four');
    await comes(() => ask('id-four'), 200);
    expect(await status('/assets/app-four.js')).toBe(200);
    for (const path of [
      '/assets/app-two.js.map',
      '/assets/app-none.js',
      '/.vite/trusted-documents.json',
      '/two',
    ])
      expect([path, await status(path)]).toEqual([path, 404]);
    expect(await ask('id-none')).toBe(400);
  }, 60_000);

  it('one that is forgotten is served to nobody any more', async () => {
    await keep('two');
    await comes(() => status('/assets/app-two.js'), 200);
    const { facts } = await admin(world, 'list-releases');
    expect(facts).toMatchObject([{ files: 3 }]);
    const release = (facts as { release: string }[])[0]?.release.slice(0, 12) ?? '';
    await expect(admin(world, 'forget-release', '--release', 'f'.repeat(64))).rejects.toThrow(/0 releases/);
    await admin(world, 'forget-release', '--release', release);
    await comes(() => status('/assets/app-two.js'), 404);
    await comes(() => ask('id-two'), 400);
  }, 60_000);

  it('the two releases before are kept, and none for longer than thirty days', async () => {
    const kept = async () =>
      (await world.rows<{ path: string }>('select distinct path from release_file order by path'))
        .map(({ path }) => /app-(\w+)\.js$/.exec(path)?.[1])
        .filter((name) => name !== undefined);
    for (const name of ['one', 'two', 'three', 'four']) {
      await keep(name);
      world.clock.advance(1_000);
    }
    expect((await kept()).sort()).toEqual(['four', 'three', 'two']);
    await keep('two');
    world.clock.advance(1_000);
    await keep('five');
    expect((await kept()).sort()).toEqual(['five', 'four', 'two']);
    world.clock.advance(30 * DAY_MS);
    await keep('six');
    expect(await kept()).toEqual(['six']);
  });
});
