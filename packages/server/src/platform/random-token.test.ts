import { describe, expect, it } from 'vitest';
import { normaliseCode, randomCode, randomToken } from './random-token.ts';

describe('tokens and codes', () => {
  it('P073 a link token has 22 characters, and no two are alike', () => {
    const tokens = Array.from({ length: 10_000 }, () => randomToken(16));
    expect(new Set(tokens).size).toBe(10_000);
    expect(tokens.every((token) => /^[\w-]{22}$/.test(token))).toBe(true);
  });

  it('a code is read whatever its case and separators', () => {
    const code = randomCode();
    const spoken = `${code.slice(0, 4)} - ${code.slice(4)}`.toLowerCase();
    expect(normaliseCode(spoken)).toBe(code);
    expect(normaliseCode(`${code.slice(0, 3)}.${code.slice(3)}`)).toBe(code);
  });

  it('a code reads O as 0 and I and L as 1, and nothing shorter or longer', () => {
    expect(normaliseCode('O0Il-1234')).toBe('00111234');
    expect(normaliseCode('1234567')).toBeNull();
    expect(normaliseCode('123456789')).toBeNull();
    expect(normaliseCode('1234567U')).toBeNull();
  });
});
