import { wordlist } from '@scure/bip39/wordlists/english.js';
import { randomElement, randomNumber } from '../../../platform/random-token.ts';

/** A username made at random: two words and a number, never from a name or an address. */
export function firstUsername(): string {
  return `${randomElement(wordlist)}.${randomElement(wordlist)}.${randomNumber(100, 1000)}`;
}
