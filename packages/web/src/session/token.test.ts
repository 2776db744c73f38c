import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readToken } from './token';

type Spelling = { name: string; typed: string; token: string | null };

const token = 'Zk3-qX_0aB9cD8eF7gH6iQ';
const table = new URL('../../../../schema/token-spellings.json', import.meta.url);
const spellings = JSON.parse(readFileSync(table, 'utf8')) as Spelling[];

function filledIn(text: string, origin: string): string {
  return text
    .replaceAll('{ORIGIN}', origin)
    .replaceAll('{TOKEN}', token)
    .replaceAll('{TOKEN_HEAD}', token.slice(0, 11))
    .replaceAll('{TOKEN_TAIL}', token.slice(11));
}

describe('a token, as it arrives', () => {
  test.each(spellings)('C136 is read: $name', ({ typed, token: expected }) => {
    expect(readToken(filledIn(typed, 'https://app.example.com'))).toBe(expected === null ? undefined : token);
  });

  test.each(['/login/link', '/welcome', '/account/email', '/stop'])('C136 C142 of a link to %s', (path) => {
    for (const hash of ['#', '/#', '%23', '%2523', '%252523', '/%23'])
      expect(readToken(`https://app.example.com${path}${hash}${token}`)).toBe(token);
  });
});

describe('C083 the link still opens with punctuation stuck to its end', () => {
  test.each(['.', ',', ')', ']', '>', '"', "'", '%3E', '.”', '>)', ' and then text', '_', '--'])(
    'with %s',
    (end) => {
      expect(readToken(`/login/link#${token}${end}`)).toBe(token);
    },
  );
});

describe('C047 a link without its whole token counts as incomplete', () => {
  test.each(['', '#', `#${token.slice(0, 21)}`, `#${token.slice(0, 11)}`, `#.${token}`])('%s', (fragment) => {
    expect(readToken(`/login/link${fragment}`)).toBeUndefined();
  });

  test.each(['hello', '%E0%A4%A/login/link', `x${token}`])('and so does %s', (pasted) => {
    expect(readToken(pasted)).toBeUndefined();
  });
});
