import { describe, expect, it } from 'vitest';
import { createSealing } from './sealing.ts';

describe('sealing', () => {
  const both = createSealing({ environment: ['a key of the environment'], database: 'of the database' });
  const databaseAlone = createSealing({ environment: [], database: 'of the database' });

  it('P083 gives back what was sealed, and never the same text twice', () => {
    const [one, two] = [both.seal('secret', 'x'), both.seal('secret', 'x')];
    expect(one).not.toBe(two);
    expect(one).not.toContain('secret');
    expect([both.open(one, 'x'), both.open(two, 'x')]).toEqual(['secret', 'secret']);
  });

  it('P084 the database alone does not open what the key of the environment sealed', () => {
    expect(databaseAlone.open(both.seal('secret', 'x'), 'x')).toBeNull();
  });

  it('P085 what was sealed before there was a key in the environment stays readable', () => {
    expect(both.open(databaseAlone.seal('secret', 'x'), 'x')).toBe('secret');
  });

  it('P083 nothing opens for another purpose, changed, cut short, or made up', () => {
    const sealed = both.seal('secret', 'x');
    // In the middle: the last letter of base64url may hold bits that count for nothing.
    const other = sealed.at(-9) === 'A' ? 'B' : 'A';
    for (const text of [
      `${sealed.slice(0, -9)}${other}${sealed.slice(-8)}`,
      sealed.slice(0, 20),
      'e.',
      '',
      'z.AAAA',
    ])
      expect(both.open(text, 'x')).toBeNull();
    expect(both.open(sealed, 'y')).toBeNull();
  });

  it('P085 an exchanged key: the new one in front seals and marks, the old one behind it is known still', () => {
    const exchanged = createSealing({
      environment: ['a newer key', 'a key of the environment'],
      database: 'of the database',
    });
    const [sealed, mark] = [both.seal('secret', 'x'), both.keyedHash('7K3M9TQ4', 'x')];
    expect(exchanged.open(sealed, 'x')).toBe('secret');
    expect(exchanged.keyedHashes('7K3M9TQ4', 'x')).toContain(mark);
    expect(exchanged.keyedHash('7K3M9TQ4', 'x')).not.toBe(mark);
    expect(both.open(exchanged.seal('secret', 'x'), 'x')).toBeNull();
    expect(both.keyedHashes('7K3M9TQ4', 'x')).not.toContain(exchanged.keyedHash('7K3M9TQ4', 'x'));
  });

  it('P106 a mark is the same each time, and another one for another secret, thing or key', () => {
    const marks = [
      both.keyedHash('a', 'x'),
      both.keyedHash('b', 'x'),
      both.keyedHash('a', 'y'),
      databaseAlone.keyedHash('a', 'x'),
    ];
    expect(new Set(marks).size).toBe(4);
    expect(both.keyedHash('a', 'x')).toBe(marks[0]);
  });
});
