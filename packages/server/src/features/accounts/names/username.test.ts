import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayUsername, usernameFault, usernameKey } from './username.ts';

const text = fc.string({ unit: 'binary', maxLength: 80 });

describe('usernameKey', () => {
  it.each([
    ['Blue.Heron', 'blue.heron'],
    ['BLUE.HERON', 'blue.heron'],
    ['  blue.heron ', 'blue.heron'],
    ['blue\u200B.heron', 'blue.heron'],
    ['ｂｌｕｅ.heron', 'blue.heron'],
    ['cafe\u0301', 'café'],
    ['straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
  ])('%j and %j are one name', (a, b) => {
    expect(usernameKey(a)).toBe(usernameKey(b));
  });

  it('is stable: the key of a key is that key', () => {
    fc.assert(fc.property(text, (name) => usernameKey(usernameKey(name)) === usernameKey(name)));
  });

  it('does not change with upper case, composition or outer spaces', () => {
    fc.assert(
      fc.property(text, (name) => {
        const key = usernameKey(name);
        expect(usernameKey(` ${name}\u200D`)).toBe(key);
        expect(usernameKey(name.normalize('NFD'))).toBe(key);
        expect(usernameKey(name.toUpperCase())).toBe(key);
      }),
    );
  });

  it('keeps different names apart', () => {
    expect(new Set(['blue.heron', 'blue_heron', 'blueheron', 'blue.her0n'].map(usernameKey)).size).toBe(4);
  });
});

describe('a new username', () => {
  it('is shown as typed, without what nobody sees', () => {
    expect(displayUsername('  Blue\u200B.Heron ')).toBe('Blue.Heron');
  });

  it.each(['ab', 'a\u200Bb\u200B', 'x'.repeat(65), 'blue\nheron', 'blue\u0000heron', '\ud800abc'])(
    '%j is refused',
    (name) => {
      expect(usernameFault(name)).not.toBeNull();
    },
  );

  it.each([
    ['bluе.heron', 'a Cyrillic е among Latin letters'],
    ['ΒLUE.HERON', 'a Greek beta'],
    ['сосо', 'Cyrillic letters that all look Latin'],
    ['МАРТА.12', 'the same in capitals'],
    ['ΑΝΝΑ', 'Greek capitals that all look Latin'],
  ])('C003 %s is refused: %s', (name) => {
    expect(usernameFault(name)).toContain('one alphabet');
  });

  it.each(['мария', 'Δήμητρα', 'blue山', 'たろう.taro', 'לאה', 'ماريا'])('%j may be used', (name) => {
    expect(usernameFault(name)).toBeNull();
  });

  it('that may be used is shown alike however often it is cleaned, and is the same name as shown', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (name) => {
        if (usernameFault(name) !== null) return;
        const shown = displayUsername(name);
        expect(displayUsername(shown)).toBe(shown);
        expect(usernameKey(shown)).toBe(usernameKey(name));
        expect(usernameFault(shown)).toBeNull();
        expect([...shown].length).toBeGreaterThanOrEqual(3);
        expect([...shown].length).toBeLessThanOrEqual(64);
      }),
      { numRuns: 1_000 },
    );
  });

  it('C003 with one letter of another alphabet that looks alike is refused, whatever it is and wherever it stands', () => {
    const latin = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      minLength: 3,
      maxLength: 30,
    });
    const alike = fc.constantFrom(...'аеорсухѕіјһԛԝԁӏονρυ');
    fc.assert(
      fc.property(latin, fc.nat(), alike, (name, at, letter) => {
        const place = at % name.length;
        expect(usernameFault(name)).toBeNull();
        expect(usernameFault(name.slice(0, place) + letter + name.slice(place + 1))).not.toBeNull();
      }),
    );
  });

  it('that may be used always fits the index', () => {
    fc.assert(
      fc.property(text, (name) => usernameFault(name) !== null || [...usernameKey(name)].length <= 256),
    );
  });

  it.each(['abc', 'x'.repeat(64), 'josé.ñ', '李伟伟', 'maria@example.com'])('%j may be used', (name) => {
    expect(usernameFault(name)).toBeNull();
  });
});
