/** In a text of ours: a value that differs from reader to reader. */
export const ANYTHING = '\ue000';
/** Begins a web address; alone it is one that was hidden. */
const ADDRESS = '\ue001';
/** Begins an address that a mail program put behind a word. */
const GLUED = '\ue002';

export const isGlued = (word: string | undefined) => word?.[0] === GLUED;
export const isAddress = (word: string | undefined) => word?.[0] === ADDRESS;
export const isPlain = (word: string | undefined): word is string =>
  word !== undefined && word !== ANYTHING && !isAddress(word) && !isGlued(word);

/** Whether an address of a reply may be this one of ours, be it hidden, or wrapped in a scanner's. */
export function mayBeAddress(theirs: string | undefined, ours: string): boolean {
  if (theirs === undefined || !isAddress(theirs)) return false;
  const host = /:\/\/([^/?#:]{1,253})/.exec(ours)?.[1] ?? ours;
  return theirs === ADDRESS || theirs.includes(host);
}

/** Whose a line is: the writer's, ours, a letter's of ours, or a mail program's above a quote. */
export type Kind = 'OWN' | 'OURS' | 'LETTER' | 'INTRODUCTION';

export interface Line {
  /** As it came. */
  raw: string;
  /** How many marks of a quote stand before it. */
  depth: number;
  /** Without these marks. */
  bare: string;
  /** Of `bare`, as they are compared. */
  words: string[];
}

const BEGINS_QUOTED = /^\s{0,3}[>|]/;
const MARKS = /^(?:\s{0,3}[>|]){1,40}\s?/;

export function linesOf(text: string): Line[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((raw) => {
      const marks = BEGINS_QUOTED.test(raw) ? (MARKS.exec(raw)?.[0] ?? '') : '';
      const bare = raw.slice(marks.length);
      const depth = marks === '' ? 0 : marks.replace(/\s/g, '').length;
      return { raw: raw.trimEnd(), depth, bare, words: wordsOf(bare) };
    });
}

// Writing without spaces is compared letter by letter: mail programs break it anywhere.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const PIECES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

/** The words of a line as they are compared: small letters and digits alone, whatever punctuation stands at them. */
export function wordsOf(line: string): string[] {
  const words: string[] = [];
  if (line === '') return words;
  const isPlain = /^[\x20-\x7e]*$/.test(line);
  const small = (isPlain ? line : line.normalize('NFKC')).toLowerCase();
  for (const token of small.match(/[^\s<]+|<[^\s<]*/g) ?? []) {
    if (token.includes('://') || token.includes('mailto:'))
      words.push((token[0] === '<' ? GLUED : ADDRESS) + token);
    else if (token.includes('[loginlink]') || token.includes('[...]')) words.push(ADDRESS);
    else if (token.includes(ANYTHING)) words.push(ANYTHING);
    else {
      const word = isPlain ? token.replace(/[^a-z0-9]+/g, '') : token.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
      if (word === '') continue;
      if (!isPlain && UNSPACED.test(word)) words.push(...(word.match(PIECES) ?? []));
      else words.push(word);
    }
  }
  return words;
}
