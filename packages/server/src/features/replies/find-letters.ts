import { letters } from '../../platform/language/es/letters.ts';
import type { Match, ReplyWords } from './find-ours.ts';
import { findMatches } from './find-ours.ts';
import { ourTexts, type OurTexts } from './our-texts.ts';
import { ANYTHING, isAddress, isGlued, isPlain, wordsOf, type Kind, type Line } from './words.ts';

// Fewer words may be anybody's; they count where they stand at a sentence of ours.
const FEWEST_WORDS = 6;

let known: { sentences: OurTexts; short: Set<string> } | null = null;

/** What our letters say, in every language: each sentence with a gap for each value. */
function letterSentences(): NonNullable<typeof known> {
  if (known) return known;
  const written = Object.entries(letters)
    .flat()
    .map((words) => words.replace(/\{\d\}/g, ` ${ANYTHING} `));
  const countOf = (text: string) => wordsOf(text).filter(isPlain).length;
  const short = written.filter((text) => countOf(text) < FEWEST_WORDS).map((text) => wordsOf(text).join(' '));
  known = {
    sentences: ourTexts(written.filter((text) => countOf(text) >= FEWEST_WORDS)),
    short: new Set(short),
  };
  return known;
}

/**
 * Marks the lines of letters of ours, quoted or pasted, good or dead: their sentences, and what stands between and at
 * them, such as usernames, codes and links. Nothing is looked up that belongs to anybody.
 */
export function markLetters(
  lines: readonly Line[],
  reply: ReplyWords,
  kinds: Kind[],
  isSender: (name: string) => boolean,
): void {
  const { sentences, short } = letterSentences();
  const covered = new Uint8Array(reply.words.length);
  for (const match of findMatches(reply, sentences)) {
    const whole = wholeSentence(reply, lines, sentences.texts[match.text] ?? [], match);
    if (whole) covered.fill(1, whole.start, whole.end);
  }
  for (const at of wholeLines(reply, covered)) kinds[at] = 'LETTER';
  markQuotes(lines, kinds);
  const next = (from: number, step: 1 | -1) => {
    let at = from + step;
    while (at >= 0 && at < lines.length && lines[at]?.bare.trim() === '') at += step;
    return at >= 0 && at < lines.length && kinds[at] === 'OWN' ? at : null;
  };
  for (let at = 0; at < lines.length; at += 1) {
    if (kinds[at] !== 'LETTER') continue;
    const above = labelAbove(lines, at, next, (line) => isShort(line, short, isSender));
    if (above !== null) {
      kinds.fill('LETTER', above, at);
      at = Math.max(-1, above - 1);
      continue;
    }
    markBelow(lines, kinds, at, next, (line) => isShort(line, short, isSender));
  }
}

/** The match where it is a sentence from its beginning to its end, with a value that stands there. */
function wholeSentence(
  { words, lineOf }: ReplyWords,
  lines: readonly Line[],
  text: string[],
  { start, end, from, to }: Match,
): { start: number; end: number } | null {
  let [first, last] = [start, end];
  if (from > 0 && !(from === 1 && text[0] === ANYTHING)) return null;
  if (to < text.length && !(to === text.length - 1 && text[to] === ANYTHING)) return null;
  if (from === 1) while (first > 0 && start - first < 8 && lineOf[first - 1] === lineOf[start]) first -= 1;
  if (to < text.length) {
    // What stands at the end of a sentence may begin in the next line.
    const line = lineOf[last] ?? 0;
    const isNear = line - (lineOf[last - 1] ?? 0) <= 1 && (lines[line]?.bare ?? '') !== '';
    while (isNear && last < words.length && lineOf[last] === line && last - end < 12) last += 1;
  }
  return { start: first, end: last };
}

/** Lines with words all of which are covered. */
export function wholeLines({ lineOf, words }: ReplyWords, covered: Uint8Array): number[] {
  const whole: number[] = [];
  for (let at = 0; at < lineOf.length;) {
    const line = lineOf[at] ?? 0;
    let [some, open] = [false, false];
    for (; lineOf[at] === line; at += 1) {
      if (covered[at]) some = true;
      else if (!isGlued(words[at])) open = true;
    }
    if (some && !open) whole.push(line);
  }
  return whole;
}

/** A quote that holds a letter is that letter. */
function markQuotes(lines: readonly Line[], kinds: Kind[]): void {
  for (const step of [1, -1] as const)
    for (let i = 1; i < lines.length; i += 1) {
      const at = step === 1 ? i : lines.length - 1 - i;
      const depth = lines[at - step]?.depth ?? 0;
      if (kinds[at - step] === 'LETTER' && depth > 0 && (lines[at]?.depth ?? 0) >= depth)
        kinds[at] = 'LETTER';
    }
}

/** The short line above, also where a list or one value stands between. */
function labelAbove(
  lines: readonly Line[],
  from: number,
  next: (from: number, step: 1 | -1) => number | null,
  isShortLine: (line: string) => boolean,
): number | null {
  let at = next(from, -1);
  if (at === null || isShortLine(lines[at]?.bare ?? '')) return at;
  while (at !== null && LISTED.test(lines[at]?.bare ?? '')) at = next(at, -1);
  const isLabel = at !== null && ENDS_AS_LABEL.test((lines[at]?.bare ?? '').slice(-10));
  return isLabel && at !== null && isShortLine(lines[at]?.bare ?? '') ? at : null;
}

const ENDS_AS_LABEL = /[:：]\s*$/u;
const LISTED = /^\s*(?:[-*•·]\s|\S{1,64}\s\([^()]{1,80}\)\s*$)/u;

/** What goes on below a line of a letter: the value of a label, a label, a button, an address. */
function markBelow(
  lines: readonly Line[],
  kinds: Kind[],
  from: number,
  next: (from: number, step: 1 | -1) => number | null,
  isShortLine: (line: string) => boolean,
): void {
  let isLabel = ENDS_AS_LABEL.test((lines[from]?.bare ?? '').slice(-10));
  for (let at = next(from, 1); at !== null; at = next(at, 1)) {
    const { bare, words } = lines[at] as Line;
    const isLink = words.length > 0 && words.every((word) => isAddress(word) || isGlued(word));
    const inPlace = bare.length < 200 ? /^([^:：]{1,60})[:：]\s*\S/u.exec(bare)?.[1] : undefined;
    const isValue = isLabel || (LISTED.test(bare) && kinds[at - 1] === 'LETTER');
    if (!isValue && !isLink && !isShortLine(bare) && !(inPlace !== undefined && isShortLine(inPlace))) return;
    isLabel = !isValue && ENDS_AS_LABEL.test(bare.slice(-10));
    kinds[at] = 'LETTER';
    // A time that is broken over two lines.
    const rest = lines[at + 1]?.bare ?? '';
    if (!isValue && !/[.:!?]\s*$/.test(bare.slice(-10)) && /^\s*\S.{0,60}\)\.\s*$/.test(rest))
      kinds[at + 1] = 'LETTER';
  }
}

/** A label, a button, a sentence with a time, a greeting; one to somebody who sends our mail is the writer's own. */
function isShort(line: string, short: Set<string>, isSender: (name: string) => boolean): boolean {
  if (line.length > 160) return false;
  const words = wordsOf(line).filter(isPlain);
  if (words.length === 0) return false;
  if (short.has(words.join(' '))) return true;
  const [first = '', ...others] = words;
  if (short.has(`${first} ${ANYTHING}`)) return words.length < 6 && !isSender(others.join(' '));
  return [3, 4, 5].some((count) => short.has(`${words.slice(0, count).join(' ')} ${ANYTHING}`));
}
