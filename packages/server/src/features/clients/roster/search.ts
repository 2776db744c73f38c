import { fold } from '../../accounts/index.ts';

/** What is looked through: the words of the name, then the address, with a space at either end. */
const TEXT = `(' ' || a.folded_name || ' ' || a.email_key || ' ')`;

/** In every one of these ways a word may stand in a text, the best one first. */
const PATTERNS = [
  (word: string) => `% ${word} %`,
  (word: string) => `% ${word}%`,
  (word: string) => `%${word}%`,
];

/** Every word, or the address as it was typed. Takes the values of a search twice. */
const isFound = (patterns: string) => `${TEXT} like all(string_to_array(${patterns}, chr(10)))`;

export const FOUND = `(${isFound('?')} or a.email_key like ?)`;

/** 0: all are whole words. 1: all begin one. 2: some are parts. */
export const RANK = `
  case when ${isFound('?')} then '0' when ${isFound('?')} then '1' else '2' end`;

export interface Search {
  /** As it is understood: two that read the same are the same list. */
  text: string;
  found: string[];
  ranked: string[];
}

const MOST_TYPED = 200;

/** What somebody typed to find a client by; null where that is nothing. */
export function readSearch(typed: string | null): Search | null {
  const given = typed?.slice(0, MOST_TYPED).replaceAll('\0', '').toWellFormed().trim() ?? '';
  const words = fold(given)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.replaceAll(/[\\%_]/g, '\\$&'));
  if (given === '') return null;
  const [whole = '', begun = '', part = ''] = PATTERNS.map((pattern) => words.map(pattern).join('\n'));
  const address = `%${given.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  // Of nothing but marks that names are read without, at the most an address is found.
  const found = [words.length > 0 ? part : '\n', address];
  return { text: words.join(' ') || given, found, ranked: [whole, begun] };
}
