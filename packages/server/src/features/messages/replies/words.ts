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
export type Kind = 'WRITER' | 'OURS' | 'LETTER' | 'INTRODUCTION';

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

const MOST_MARKS = 40;
const MOST_SPACES = 3;
const isSpace = (char: string | undefined) => char !== undefined && /\s/.test(char);

/** How many marks of a quote stand at the beginning of a line, each with a few spaces before it, and where they end. */
function marksOf(raw: string): { depth: number; end: number } {
  let [depth, end] = [0, 0];
  while (depth < MOST_MARKS) {
    let at = end;
    while (at - end < MOST_SPACES && isSpace(raw[at])) at += 1;
    if (raw[at] !== '>' && raw[at] !== '|') break;
    depth += 1;
    end = at + 1;
  }
  return { depth, end: depth > 0 && isSpace(raw[end]) ? end + 1 : end };
}

// Nobody writes or quotes more; in writing without spaces each letter is a word.
const MOST_LINES = 4_000;
const MOST_WORDS = 16_000;
const LONGEST_LINE = 16_000;

/** The lines of a text. What comes behind so many is one line without words: it is compared with nothing, and stays. */
export function linesOf(text: string): Line[] {
  const all = text.replace(/\r\n?/g, '\n').split('\n');
  const lines: Line[] = [];
  let words = 0;
  for (const [at, raw] of all.entries()) {
    if (at === MOST_LINES || words >= MOST_WORDS) {
      const rest = all.slice(at).join('\n').trimEnd();
      return [...lines, { raw: rest, depth: 0, bare: rest, words: [] }];
    }
    const line = lineOf(raw);
    words += line.words.length;
    lines.push(line);
  }
  return lines;
}

function lineOf(raw: string): Line {
  const { depth, end } = marksOf(raw);
  const bare = raw.slice(end);
  return { raw: raw.trimEnd(), depth, bare, words: bare.length > LONGEST_LINE ? [] : wordsOf(bare) };
}

// Writing without spaces is compared letter by letter: mail programs break it anywhere.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Letters of such writing each by itself, and what stands between them. */
function piecesOf(word: string): string[] {
  const pieces: string[] = [];
  const known = new Map<string, boolean>();
  let between = '';
  for (const letter of word) {
    let isUnspaced = known.get(letter);
    if (isUnspaced === undefined) known.set(letter, (isUnspaced = UNSPACED.test(letter)));
    if (!isUnspaced) {
      between += letter;
      continue;
    }
    if (between !== '') pieces.push(between);
    between = '';
    pieces.push(letter);
  }
  return between === '' ? pieces : [...pieces, between];
}

const PLAIN = /^[\x20-\x7e]*$/;
/** What may begin an address, or stand for one. */
const MARKED = /[<[]|:\/\/|mailto:/;

/** The words of a line as they are compared: small letters and digits alone, whatever punctuation stands at them. */
export function wordsOf(line: string): string[] {
  if (line === '') return [];
  const isPlain = PLAIN.test(line);
  const small = (isPlain ? line : line.normalize('NFKC')).toLowerCase();
  if (isPlain && !MARKED.test(small)) return plainWords(small);
  let words: string[] = [];
  for (const token of small.match(/[^\s<]+|<[^\s<]*/g) ?? []) {
    if (token.includes('://') || token.includes('mailto:'))
      words.push((token[0] === '<' ? GLUED : ADDRESS) + token);
    else if (token.includes('[loginlink]') || token.includes('[...]')) words.push(ADDRESS);
    else if (token.includes(ANYTHING)) words.push(ANYTHING);
    else {
      const word = isPlain ? plainWord(token) : token.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
      if (word === '') continue;
      if (!isPlain && UNSPACED.test(word)) words = words.concat(piecesOf(word));
      else words.push(word);
    }
  }
  return words;
}

const plainWord = (token: string) => token.replace(/[^a-z0-9]+/g, '');

function plainWords(line: string): string[] {
  const words = line.split(' ').map(plainWord);
  return words.includes('') ? words.filter((word) => word !== '') : words;
}
