import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { hideSecrets } from '../../src/features/login/links/hide-secrets.ts';
import { mintLoginLink } from '../../src/features/login/links/mint-login-link.ts';
import { hashToken } from '../../src/platform/random-token.ts';
import { readingsOf } from '@latchstring/message-language';
import { disguises, wrappings } from '../world/disguises.ts';
import { aClient } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld({ env: { publicUrl: 'https://login.example.test:8443' } });

let link = '';
const tokenOf = (url: string) => url.slice(url.indexOf('#') + 1);
const aLink = async () => {
  const client = await aClient(world);
  const request = { accountId: client.id, credentialsVersion: 1, issuer: 'HELPER' } as const;
  return (await mintLoginLink(world.app.open(), request)).url;
};
beforeAll(async () => {
  link = await aLink();
});

const hideAll = (text: string, strange = true) =>
  hideSecrets(world.app.open(), text, { codesOf: null, strange });
const hide = async (text: string, strange = true) => (await hideAll(text, strange)).text;

/** Whether a mail program would show the token of this. */
const tells = (text: string) => {
  const { plain, joined } = readingsOf(text);
  return [...plain, joined].some(({ chars }) => chars.includes(tokenOf(link)));
};

const wrapping = fc.constantFrom(...wrappings.map(([, wrap]) => wrap));
const wrapped = fc
  .array(wrapping, { minLength: 1, maxLength: 2 })
  .map((wraps) => (address: string) => wraps.reduce((text, wrap) => wrap(text), address));

describe('a live login link', () => {
  it.each(Object.entries(disguises))('C135 is hidden %s', async (_, disguise) => {
    for (const strange of [true, false]) {
      const hidden = await hide(`Hello\n${disguise(link)}\nbye`, strange);
      expect(hidden).toMatch(/^Hello\n[^]*\[loginLink\][^]*\nbye$/);
      expect(tells(hidden)).toBe(false);
    }
  });

  it('C135 is hidden whatever it is wrapped in, amid whatever else', async () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('%', '&#', '=', '> ', '//', 'https://x.test/'),
    );
    await fc.assert(
      fc.asyncProperty(noise, wrapped, noise, async (before, wrap, after) => {
        const hidden = await hide(`${before}\n${wrap(link)}\n${after}`);
        expect(tells(hidden)).toBe(false);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) },
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

  it('C135 is hidden at the end of a run as long as any that is looked at', async () => {
    const before = 'a'.repeat(490);
    expect(await hide(`See ${before}${tokenOf(link)}!`, false)).toBe('See [loginLink]!');
    expect(await hideAll(`See a${before}${tokenOf(link)}x!`, false)).toMatchObject({
      unread: 'a'.repeat(12),
    });
  });

  it('C124 where there are too many runs to look at, none is shown', async () => {
    const many = Array.from({ length: 1_500 }, (_, i) => hashToken(`${i}`) + hashToken(`x${i}`));
    const hidden = await hide(`${many.join(' ')} ${tokenOf(link)} end`);
    expect(hidden).not.toContain(tokenOf(link));
    expect(hidden.endsWith('[…] end')).toBe(true);
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
      'Tomorrow at 10:30? My number: +34 600 123-4567, room 1234-5678, order ABC1-23XY.',
      'https://calendly.test/maria/30?x=a%20b&y=%C3%A9#Part-of-the-page-with-a-long-name-2',
      'https://other.test/welcome#Getting-started-with-everything-2026',
      `commit 3a50627f0e1c9d8b7a6f5e4d3c2b1a0918273645, id 3979af5d-6ddd-422c-80ed-8a9092f8c99d`,
      'Maria.Keller-With_A_Very_Long_Name2026@new-studio.example',
      '=?utf-8?Q?caf=C3=A9?= 1 > 0 && a[.]b \\u0041 &amp; ｆｕｌｌ ❤️ 👩‍👩‍👧 العربية',
      Array.from({ length: 300 }, (_, i) => (i % 2 ? 'Apples' : 'Pears')).join('\n'),
    ])
      expect(await hide(text)).toBe(text);
  });

  it('C138 but what looks like a secret of another kind reads […]', async () => {
    expect(await hide('Key Zk3-qX_0aB9cD8eF7gH6iP, or Zk3-qX_0aB9cD8eF7gH6iPxyz.')).toBe('Key […], or […].');
    const scanned =
      'https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.org&data=05Zk3-qX_0aB9cD8eF7gH6iP';
    expect(await hide(scanned)).toBe(scanned.replace('05Zk3-qX_0aB9cD8eF7gH6iP', '[…]'));
    expect(await hide('Key Zk3-qX_0aB9cD8eF7gH6iP', false)).toBe('Key Zk3-qX_0aB9cD8eF7gH6iP');
  });
});
