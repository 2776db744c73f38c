import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useWorld } from '../world/world.ts';

const style = '#opening { animation: appear 0s 1s both }';
const appDir = await mkdtemp(join(tmpdir(), 'latchstring-app-'));
await writeFile(
  join(appDir, 'index.html'),
  `<!doctype html><title>Latchstring</title><style>${style}</style>`,
);
const world = useWorld({ env: { appDir } });

const get = (path: string) => world.browser().send('GET', path);
const token = 'Zk3-qX_0aB9cD8eF7gH6iQ';

describe('a page, as its address is written', () => {
  it.each([
    '/login/',
    '/Login',
    '/LOGIN/Help',
    '/clients/',
    '/clients/AbC-1/',
    '/account/',
    '/Account/Email',
  ])('C146 %s is the page', async (path) => {
    const { statusCode, body } = await get(path);
    expect(statusCode).toBe(200);
    expect(body).toContain('<title>Latchstring</title>');
  });

  it.each(['/login//', '/loginn/', '/clients/a/b/', '/login/link/x%23y'])(
    'C146 %s is no page of ours',
    async (path) => {
      expect((await get(path)).statusCode).toBe(404);
    },
  );

  it('C146 the well-known address for changing a password leads to My Account', async () => {
    const { statusCode, headers } = await get('/.well-known/change-password');
    expect(statusCode).toBe(302);
    expect(headers.location).toBe('/account');
  });
});

describe('a link whose # was encoded on its way', () => {
  it.each(
    ['/login/link', '/welcome', '/stop', '/account/email'].flatMap((path) =>
      ['%23', '%2523', '%252523', '/%23'].map((hash) => path + hash),
    ),
  )('C142 %s opens the page, and no log line holds its token', async (link) => {
    const before = world.logLines.length;
    for (const end of ['', '.', '%3E', '.”', '?utm_source=scanner'])
      expect((await get(link + token + encodeURI(end))).statusCode).toBe(200);
    const lines = world.logLines.slice(before);
    expect(lines).toHaveLength(5);
    expect(lines.join('\n')).not.toContain(token.slice(0, 6));
  });
});

describe('the first words of a page', () => {
  it('C144 may have their own style, named by its hash, and nothing else that is inline', async () => {
    const policy = String((await get('/login')).headers['content-security-policy']);
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toContain(`style-src 'self' 'sha256-${hash}';`);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
  });

  it('C144 "Try again" leads back to the very same path, and never to another site', async () => {
    const again = await get('/login/link?again=');
    expect([again.statusCode, again.headers.location]).toEqual([302, '/login/link']);
    const encoded = await get(`/login/link%23${token}?again=`);
    expect(encoded.headers.location).toBe(`/login/link%23${token}`);
    for (const path of ['/%2fevil.test/login', '/%5cevil.test/login', '/evil.test/login', '/no-such-page'])
      expect((await get(`${path}?again=`)).headers.location).toBeUndefined();
  });
});
