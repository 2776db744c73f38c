import { fold } from '../../accounts/index.ts';

/** What is looked through: the words of the name, then the address, with a space at either end. */
const TEXT = `(' ' || a.folded_name || ' ' || a.email_key || ' ')`;

/** In every one of these ways a word may stand in a text, the best one first. */
const PATTERNS = [
  (word: string) => `% ${word} %`,
  (word: string) => `% ${word}%`,
  (word: string) => `%${word}%`,
];

const isFound = `${TEXT} like all(string_to_array(?, chr(10)))`;

/** Every word, wherever it stands. */
const FOUND = isFound;

/** The same, or the address as it was typed: names are read without marks that an address may hold. */
const FOUND_BY_ADDRESS = `(${isFound} or a.email_key like ?)`;

/** 0: all are whole words. 1: all begin one. 2: some are parts. */
export const RANK = `
  case when ${isFound} then '0' when ${isFound} then '1' else '2' end`;

export interface Search {
  /** As it is understood: two that read the same are the same list. */
  text: string;
  /** Whom it finds, and the values of that. */
  found: { sql: string; values: string[] };
  /** The values of RANK. */
  ranked: string[];
}

const MOST_TYPED = 200;

/** What somebody typed to find a client by; null where that is nothing. */
export function readSearch(typed: string | null): Search | null {
  const given = typed?.slice(0, MOST_TYPED).replaceAll('\0', '').toWellFormed().trim() ?? '';
  if (given === '') return null;
  const typedWords = fold(given)
    .split(' ')
    .filter((word) => word !== '');
  const words = typedWords.map(literally);
  const [whole = '', begun = '', part = ''] = PATTERNS.map((pattern) => words.map(pattern).join('\n'));
  const isPlain = typedWords.join(' ') === given.toLowerCase();
  const found = isPlain
    ? { sql: FOUND, values: [part] }
    : // Of nothing but such marks, at the most an address is found.
      { sql: FOUND_BY_ADDRESS, values: [part || '\n', `%${literally(given.toLowerCase())}%`] };
  return { text: words.join(' ') || given, found, ranked: [whole, begun] };
}

const literally = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&');
