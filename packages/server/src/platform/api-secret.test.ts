import { describe, expect, it } from 'vitest';
import { apiSecretOf, newApiSecret } from './api-secret.ts';

describe('the secret of an API token', () => {
  it('is found by its prefix, holds 256 random bits, and is read back from the header', () => {
    const secrets = Array.from({ length: 200 }, newApiSecret);
    expect(new Set(secrets).size).toBe(200);
    for (const secret of secrets) {
      expect(secret).toMatch(/^lst_[0-9a-f]{72}$/);
      expect(apiSecretOf(`Bearer ${secret}`)).toBe(secret);
    }
  });

  it('with one wrong character it is none', () => {
    const secret = newApiSecret();
    for (let at = 4; at < secret.length; at += 1) {
      const other = secret[at] === '0' ? '1' : '0';
      expect(apiSecretOf(`Bearer ${secret.slice(0, at)}${other}${secret.slice(at + 1)}`)).toBeNull();
    }
  });

  it.each(['', 'Bearer', 'Bearer ', 'Basic bWFyaWE6cGFwZXI=', 'Bearer lst_', `Bearer ${'a'.repeat(76)}`])(
    '%j is none',
    (header) => expect(apiSecretOf(header)).toBeNull(),
  );
});
