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

  it('that may be used always fits the index', () => {
    fc.assert(
      fc.property(text, (name) => usernameFault(name) !== null || [...usernameKey(name)].length <= 256),
    );
  });

  it.each(['abc', 'x'.repeat(64), 'josé.ñ', '李伟伟', 'maria@example.com'])('%j may be used', (name) => {
    expect(usernameFault(name)).toBeNull();
  });
});
