import { wordlist } from '@scure/bip39/wordlists/english.js';
import { expect, test, vi } from 'vitest';
import { suggestPassword } from './suggest-password';

test('a suggested password is four words and long enough for the rules', () => {
  for (let round = 0; round < 200; round++) {
    const suggestion = suggestPassword(wordlist);
    const words = suggestion.split(' ');
    expect(words).toHaveLength(4);
    for (const word of words) expect(wordlist).toContain(word);
    expect(suggestion.length).toBeGreaterThanOrEqual(12);
  }
});

test('two suggestions differ', () => {
  expect(suggestPassword(wordlist)).not.toBe(suggestPassword(wordlist));
});

test('no word is likelier than another: draws at the uneven end are made again', () => {
  const draws = [2 ** 32 - 1, 0, 2, 1, 2];
  const random = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    (array as unknown as Uint32Array)[0] = draws.shift() ?? 0;
    return array;
  });
  expect(suggestPassword(['a', 'b', 'c'])).toBe('a c b c');
  random.mockRestore();
});
