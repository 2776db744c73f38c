import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailFault, emailKey } from './email-address.ts';

describe('emailKey', () => {
  it('folds case, composition and outer spaces', () => {
    expect(emailKey(' Mint@Client.Test ')).toBe('mint@client.test');
    expect(emailKey('jose\u0301@client.test')).toBe('josé@client.test');
  });

  it('C016 never unites look-alike letters', () => {
    expect(emailKey('m\u0131nt@client.test')).not.toBe(emailKey('mint@client.test'));
    expect(emailKey('straße@client.test')).not.toBe(emailKey('strasse@client.test'));
    expect(emailKey('ｍint@client.test')).not.toBe(emailKey('mint@client.test'));
  });

  it('keeps plus tags and dots', () => {
    expect(emailKey('heron+coach@client.test')).toBe('heron+coach@client.test');
    expect(emailKey('h.eron@client.test')).not.toBe(emailKey('heron@client.test'));
  });

  it('is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => emailKey(emailKey(typed)) === emailKey(typed)),
    );
  });

  it('of an address that may be used is one that may be used, with the same key, and fits its column', () => {
    const part = fc.string({ unit: 'binary', minLength: 1, maxLength: 250 });
    const swelling = fc.constantFrom('İ', 'ΐ', '\ufb2c', 'ẞ', '\u0390').map((letter) => letter.repeat(240));
    fc.assert(
      fc.property(
        fc.oneof(part, swelling, fc.emailAddress()),
        fc.constantFrom('@client.test', ''),
        (a, b) => {
          const address = a + b;
          if (emailFault(address) !== null) return;
          const key = emailKey(address);
          expect([...key].length).toBeLessThanOrEqual(320);
          expect([emailFault(key), emailKey(key)]).toEqual([null, key]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('takes every address that people have', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => /["\\]/.test(address) || emailFault(address) === null),
    );
  });
});

describe('an address', () => {
  it.each([
    '',
    'a',
    'a@b',
    '@client.test',
    'a@',
    'a@@client.test',
    'a b@client.test',
    'a@client..test',
    'a@-x.test',
  ])('%j is refused', (typed) => {
    expect(emailFault(typed)).not.toBeNull();
  });

  it.each([
    'a@client.test,x@evil.test',
    'a@client.test\nx@evil.test',
    'Maria <a@client.test>',
    'a@client.test\0',
  ])('C098 %j is one address or none', (typed) => {
    expect(emailFault(typed)).not.toBeNull();
  });

  it.each([
    ['Rae <rae@client.test>', /address alone/],
    ['<rae@client.test>', /address alone/],
    ['mailto:rae@client.test', /address alone/],
    ['rae@client.test.', /address alone/],
    ['rae@client.test;', /address alone/],
    ['ra\u200be@client.test', /address alone/],
    ['rae＠client.test', /name@example/],
    ['a..b@client.test', /dot/],
    ['.a@client.test', /dot/],
    ['a.@client.test', /dot/],
    [`${'a'.repeat(65)}@client.test`, /at most 64/],
    [`${'é'.repeat(33)}@client.test`, /at most 64/],
    [`a@${'b'.repeat(64)}.test`, /name@example/],
    ['a@client_desk.test', /name@example/],
    ['a@192.168.0.1', /name@example/],
  ])('C161 %j is refused with its cure, since no mail server takes it', (typed, words) => {
    expect(emailFault(typed)).toMatch(words);
  });

  it.each([
    'rae@client.test',
    `${'a'.repeat(64)}@client.test`,
    'josé@müller.test',
    "o'hara+x@client.co.test",
  ])('C161 %j is taken', (typed) => {
    expect(emailFault(typed)).toBeNull();
  });

  it('C097 of 100 characters is accepted, and of 254, and of 255 not', () => {
    const ofLength = (n: number) => {
      const domain = `${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}`.slice(0, Math.max(n - 70, 6));
      return `${'a'.repeat(n - domain.length - '@.test'.length)}@${domain}.test`;
    };
    expect(emailFault(ofLength(100))).toBeNull();
    expect(emailFault(ofLength(254))).toBeNull();
    expect(emailFault(ofLength(255))).not.toBeNull();
  });
});
