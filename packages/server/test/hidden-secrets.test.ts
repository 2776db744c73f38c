import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { hideSecrets, mintLoginLink } from '../src/features/login-links/index.ts';
import { readingsOf } from '../src/platform/text/disguises.ts';
import { disguises, wrappings } from './world/disguises.ts';
import { aClient } from './world/people.ts';
import { useWorld } from './world/world.ts';

const world = useWorld({ env: { publicUrl: 'https://login.example.test:8443' } });

let link = '';
const tokenOf = (url: string) => url.slice(url.indexOf('#') + 1);
beforeAll(async () => {
  const client = await aClient(world);
  const request = { accountId: client.id, credentialsVersion: 1, issuer: 'HELPER' } as const;
  link = (await mintLoginLink(world.app.open(), request)).url;
});

const hide = (text: string, addressesAsHosts = false) =>
  hideSecrets(world.app.open(), text, { accountIds: [], emailKeys: [], addressesAsHosts });

/** Whether anybody could read the token out of this, by all that we know. */
const tells = (text: string) => readingsOf(text).views.some(({ chars }) => chars.includes(tokenOf(link)));

const wrapping = fc.constantFrom(...wrappings.map(([, wrap]) => wrap));
const wrapped = fc
  .array(wrapping, { minLength: 1, maxLength: 3 })
  .map((wraps) => (address: string) => wraps.reduce((text, wrap) => wrap(text), address));

describe('a live login link', () => {
  it.each(Object.entries(disguises))('is hidden %s', async (_, disguise) => {
    const hidden = await hide(`Hello\n${disguise(link)}\nbye`);
    expect(hidden).toMatch(/^Hello\n[^]*\[loginLink\][^]*\nbye$/);
    expect(tells(hidden)).toBe(false);
  });

  it('is hidden whatever it is wrapped in, up to three deep, amid whatever else', async () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('%', '&#', '=', '> ', '//', 'https://x.test/'),
    );
    await fc.assert(
      fc.asyncProperty(noise, wrapped, noise, fc.boolean(), async (before, wrap, after, asHosts) => {
        const hidden = await hide(`${before}\n${wrap(link)}\n${after}`, asHosts);
        expect(tells(hidden)).toBe(false);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) },
    );
  }, 3_600_000);

  it('is hidden where it is dead, too, or was never made, by its shape alone', async () => {
    const invented = link.replace(tokenOf(link), 'AbCdEfGhIjKlMnOpQr-_12');
    expect(
      await hide(`See ${invented}, and ${invented.replace('login/link', 'welcome').toUpperCase()}.`),
    ).toBe('See [loginLink], and [loginLink].');
    expect(await hide(`See ${encodeURIComponent(invented.replace('login/link', 'stop'))}`)).toBe(
      'See [loginLink]',
    );
  });
});

describe('all other text', () => {
  it('stays as it is', async () => {
    const words = fc.lorem({ mode: 'sentences', maxCount: 20 });
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        expect(await hide(text)).toBe(text);
      }),
      { numRuns: 50 },
    );
    for (const text of [
      'Tomorrow at 10:30? My number: +34 600 123-4567, room 1234-5678.',
      'https://calendly.test/maria/30?x=a%20b&y=%C3%A9#part-of-the-page-with-a-long-name',
      'https://other.test/welcome#getting-started-with-everything',
      `commit 3a50627f0e1c9d8b7a6f5e4d3c2b1a0918273645, id 3979af5d-6ddd-422c-80ed-8a9092f8c99d`,
      'aGVsbG8gd29ybGQsIHRoaXMgaXMgbm8gc2VjcmV0IGF0IGFsbA==',
      '=?utf-8?Q?caf=C3=A9?= 1 > 0 && a[.]b \\u0041 &amp; ｆｕｌｌ ❤️ 👩‍👩‍👧 العربية',
    ])
      expect(await hide(text)).toBe(text);
  });

  it('stays readable beside the many long addresses of a mail filter', async () => {
    const data = Buffer.from('{"V":"0.0.0000","P":"Win32","AN":"Mail","WT":2}').toString('base64');
    const wrapped = (page: number) =>
      `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://www.example.org/${page}?a=b#c`)}&data=05%7C02%7C${data}%7C0%7C%7C&sdata=x%3D&reserved=0`;
    const text = Array.from({ length: 20 }, (_, page) => `Internationalization: <${wrapped(page)}>`).join(
      '\n',
    );
    expect(await hide(text, true)).toBe(
      'Internationalization: <eur03.safelinks.protection.outlook.com>\n'.repeat(20).trim(),
    );
  });

  it.each([
    'a',
    'a.',
    'ab%2525',
    '&amp;',
    '=3D',
    '=\n',
    '\n> ',
    'https://x.y/',
    '\\u0023',
    'login/link#',
    '/v2/url?u=',
    '/v3/__',
    'QUFB',
    '6161',
    '\u00ad',
    'Hello Dana, see you on Thursday. ',
  ])(
    'is looked through quickly where it is many of %j',
    async (part) => {
      const start = performance.now();
      await hide(part.repeat(48_000 / part.length), true);
      expect(performance.now() - start).toBeLessThan(30_000);
    },
    60_000,
  );
});
