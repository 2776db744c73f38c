import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordFaults } from './password-policy.ts';
import { withoutOwnNames } from './without-own-names.ts';

const names = [
  'Maria',
  'Müller-Keller',
  'Müller',
  'Keller',
  'maria.keller',
  'Dana',
  'Okafor',
  'Northwind',
  'Eve',
];
const faultsOf = (password: string) => passwordFaults(password, { min: 12, max: 256 }, names);

describe('what is left of a password without its owner’s names', () => {
  it.each([
    ['nothing of names alone', 'Keller.Maria', ''],
    ['signs between them are no help', '--Maria_ (Keller)!?', ''],
    ['figures for letters', 'M4r1a-K3ll3r', ''],
    ['umlauts, spelled out and apart', 'muellerMu\u0308llerMuller', ''],
    ['backwards', 'airamrellek', ''],
    ['full-width letters', 'Ｋｅｌｌｅｒ', ''],
    ['figures stay, for the estimate to judge', 'maria.keller.2026', '2026'],
    ['other words stay', 'maria sails at noon', 'sailsatnoon'],
    ['an emoji is no separator', 'maria🐙', '🐙'],
  ])('%s', (_, password, left) => {
    expect(withoutOwnNames(password, names)).toBe(left);
  });

  it('is nothing to look at where there is no name in it, or nothing known', () => {
    expect(withoutOwnNames('paper boats at noon', names)).toBeNull();
    expect(withoutOwnNames('maria', [])).toBeNull();
    expect(withoutOwnNames('a b', ['a', 'b', ''])).toBeNull();
  });

  it('takes any name for its letters and not for a pattern', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 3 }), fc.string(), (name, password) => {
        withoutOwnNames(password + name, [name]);
        const letters = name.normalize('NFKD').replaceAll(/\p{M}/gu, '');
        if ([...letters].length > 2) expect(withoutOwnNames(name, [name])).not.toBeNull();
      }),
    );
  });
});

describe('own names in a password', () => {
  it.each([
    ['Keller.Maria'],
    ['Maria-Keller-1'],
    ['maria.keller.2026'],
    ['kellermariakeller'],
    ['Northwind-Keller-1'],
    ['Keller_Maria_12.07.1985'],
    ['Maria & Dana Okafor'],
    ['M4r1a+K3ll3r+99'],
    ['MariaMüllerMadrid'],
  ])('%s is refused', async (password) => {
    expect(await faultsOf(password)).not.toEqual([]);
  });

  it('says that it is about the names', async () => {
    expect((await faultsOf('Maria-Keller-1')).join(' ')).toContain('Besides your own names');
  });

  it.each([
    ['maria boats at noon'],
    ['every evening eleven otters'],
    ['keller: seven quiet tin umbrellas'],
    ["Maria's otter sails under the bridge"],
    ['Keller-k7#q!z0$x@w3'],
    ['paper boats at noon'],
  ])('%s is taken: there is enough besides', async (password) => {
    expect(await faultsOf(password)).toEqual([]);
  });

  it('in any order, with any signs and a year or a short number, are never enough', async () => {
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...names, ...names.map((name) => name.toUpperCase())) },
      { weight: 2, arbitrary: fc.constantFrom(' ', '-', '.', '_', '!', '&', '/', '@') },
    );
    const number = fc.oneof(
      fc.constant(''),
      fc.integer({ min: 0, max: 999 }).map(String),
      fc.constantFrom('1985', '2026'),
    );
    const password = fc
      .tuple(fc.array(piece, { minLength: 4, maxLength: 10 }), number)
      .map(([pieces, end]) => pieces.join('') + end);
    await fc.assert(
      fc.asyncProperty(password, async (text) => {
        expect(await faultsOf(text)).not.toEqual([]);
      }),
      // Each is estimated twice, and such a one takes long.
      { numRuns: process.env['FORTRESS'] ? 40 : 12 },
    );
  }, 120_000);
});
