import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disguises } from '../../../test/world/disguises.ts';
import { hideLoginLinks } from './hide-login-links.ts';

const SITE = 'https://latch.test:8443';
const TOKEN = 'AbCdEfGhIjKlMnOpQr-_12';
const ADDRESS = `${SITE}/login/link#${TOKEN}`;

const percent = (text: string) =>
  [...text].map((c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');

describe('a login address of ours', () => {
  it.each([
    ['as it is', ADDRESS],
    ['without its scheme', ADDRESS.replace('https://', '')],
    ['in capitals', ADDRESS.replace('https://latch.test', 'HTTPS://LATCH.TEST')],
    ['percent-encoded', encodeURIComponent(ADDRESS)],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(ADDRESS))],
    ['with every character encoded', percent(ADDRESS)],
    ['with an encoded token', `${SITE}/login/link#${percent(TOKEN)}`],
    [
      'as character references',
      ADDRESS.replaceAll('/', '&#x2F;').replace('#', '&#35;').replace(':', '&colon;'),
    ],
    ['encoded within HTML', encodeURIComponent(ADDRESS).replaceAll('%', '&#37;')],
    ['with soft hyphens', ADDRESS.replace('login', 'lo\u00ADgin').replace('AbC', 'A\u200Bb\u2060C')],
    ['of an invite', `${SITE}/welcome#${TOKEN}`],
    ['with a slash more', `${SITE}//login/link/#${TOKEN}`],
  ])('C071 is hidden %s', (_, address) => {
    expect(hideLoginLinks(`See ${address}, bye`, SITE)).toBe('See [loginLink], bye');
    expect(hideLoginLinks(`<a href="${address}">x</a>`, `${SITE}/`)).toBe('<a href="[loginLink]">x</a>');
  });

  // Where words stand apart. The rest is known in replies by the hash of its token: see hidden-secrets.test.ts.
  const unbroken = Object.entries(disguises).filter(
    ([name]) => !/token|over|spaced|76 letters|UTF-7/.test(name),
  );
  it.each(unbroken)('C071 is hidden %s, as it is in replies', (_, disguise) => {
    const hidden = hideLoginLinks(`See ${disguise(ADDRESS)} soon`, SITE);
    expect(hidden).toMatch(/^See [^]*\[loginLink\][^]* soon$/);
    expect(hidden).not.toContain(disguise(TOKEN));
    expect(hideLoginLinks(hidden, SITE)).toBe(hidden);
  });

  it('a sentence about a page of ours is none', () => {
    const text = `${SITE}/welcome is the page, # and whatever else one may say about it`;
    expect(hideLoginLinks(text, SITE)).toBe(text);
  });

  it('C071 is hidden within the address of a mail filter', () => {
    const wrapped = `https://safelinks.test/?url=${encodeURIComponent(ADDRESS)}&data=1`;
    expect(hideLoginLinks(wrapped, SITE)).toBe('https://safelinks.test/?url=[loginLink]&data=1');
  });

  it('other addresses stay', () => {
    const text = `${SITE}/login/help and ${SITE}/welcome and https://x.test/a%20b#${TOKEN} 100 % &amp; &#60;`;
    expect(hideLoginLinks(text, SITE)).toBe(text);
  });

  it('C071 is hidden among whatever else, and hiding again changes nothing', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(ADDRESS, '%', '&#', '%25', '\u00AD', '#'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const hidden = hideLoginLinks(pieces.join(' '), SITE);
        expect(hidden).not.toContain(TOKEN);
        expect(hideLoginLinks(hidden, SITE)).toBe(hidden);
      }),
    );
  });

  it.each(['%25', '%', 'https://', `${SITE}/login/link#`, '\u00AD', '&#x2f;', ADDRESS])(
    'is looked for quickly among many of %j',
    (part) => {
      const start = performance.now();
      hideLoginLinks(part.repeat(300_000 / part.length), SITE);
      expect(performance.now() - start).toBeLessThan(6_000);
    },
  );
});
