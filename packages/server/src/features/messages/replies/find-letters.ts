import { everythingSaidIn, LETTERS } from '../../../platform/language/say.ts';
import { type Match, type ReplyWords, findMatches } from './find-ours.ts';
import { ourTexts, type OurTexts } from './our-texts.ts';
import { ANYTHING, isAddress, isGlued, isPlain, wordsOf, type Kind, type Line } from './words.ts';

// Fewer words may be anybody's; they count where they stand at a sentence of ours.
const FEWEST_WORDS = 6;

interface Known {
  sentences: OurTexts;
  /** Whether each ends with a value and a full stop. */
  endInStop: boolean[];
  short: Set<string>;
}

let known: Known | null = null;

/** What our letters say, in every language: each sentence with a gap for each value. */
function letterSentences(): Known {
  if (known) return known;
  const written = everythingSaidIn(LETTERS, '{0}')
    // A last sentence that is a value as a whole is one of the others.
    .map((text) => text.replace(/\. \{\d\}$/, '.'));
  const withGaps = (text: string) => text.replace(/\{\d\}(?:\/\w+)?/g, ` ${ANYTHING} `);
  const isShort = (text: string) => wordsOf(withGaps(text)).filter(isPlain).length < FEWEST_WORDS;
  const sentences = written.filter((text) => !isShort(text));
  known = {
    sentences: ourTexts(sentences.map(withGaps), { areSentences: true }),
    endInStop: sentences.map((text) => text.endsWith('}.')),
    short: new Set(written.filter(isShort).map((text) => wordsOf(withGaps(text)).join(' '))),
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
  const { sentences, endInStop, short } = letterSentences();
  const covered = new Uint8Array(reply.words.length);
  const textOf = ({ text }: Match) => sentences.texts[text] ?? [];
  const isWhole = (match: Match) => isWholeSentence(textOf(match), match);
  for (const match of findMatches(reply, sentences, isWhole).filter(isWhole)) {
    const { start, end } = withValues(reply, lines, textOf(match), match, endInStop[match.text] ?? false);
    covered.fill(1, start, end);
  }
  coverShort(reply, covered, short);
  for (const at of wholeLines(reply, covered)) kinds[at] = 'LETTER';
  markQuotes(lines, kinds);
  const next = (from: number, step: 1 | -1) => {
    let at = from + step;
    while (at >= 0 && at < lines.length && lines[at]?.bare.trim() === '') at += step;
    return at >= 0 && at < lines.length && kinds[at] === 'WRITER' ? at : null;
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

/** From its beginning to its end, but for a value that stands there. */
function isWholeSentence(text: string[], { from, to }: Match): boolean {
  const begins = from === 0 || (from === 1 && text[0] === ANYTHING);
  return begins && (to === text.length || (to === text.length - 1 && text[to] === ANYTHING));
}

/** The sentence together with the values at its beginning and its end. */
function withValues(
  { words, lineOf }: ReplyWords,
  lines: readonly Line[],
  text: string[],
  { start, end, from, to }: Match,
  endsInStop: boolean,
): { start: number; end: number } {
  let [first, last] = [start, end];
  if (from === 1) while (first > 0 && start - first < 8 && lineOf[first - 1] === lineOf[start]) first -= 1;
  if (to === text.length) return { start: first, end: last };
  // What stands at the end of a sentence may begin in the next line.
  const line = lineOf[last] ?? 0;
  const isNear = line - (lineOf[last - 1] ?? 0) <= 1 && (lines[line]?.bare ?? '') !== '';
  if (!isNear) return { start: first, end: last };
  while (last < words.length && lineOf[last] === line && last - end < 12) last += 1;
  const rest = (lines[line]?.bare ?? '')
    .trim()
    .split(/\s+/)
    .slice(end - last);
  return { start: first, end: last + wordsBehind(lines, line, rest.join(' '), endsInStop) };
}

const STOP = /\.(?:\s|$)/;
// A clock time or a device, in the narrowest lines.
const MOST_LINES_BEHIND = 3;

/** How many words of the next lines belong to a value that a line ends in: up to its full stop, or to an address. */
function wordsBehind(lines: readonly Line[], line: number, rest: string, endsInStop: boolean): number {
  const { depth } = lines[line] as Line;
  const isOver = (text: string) => (endsInStop ? STOP.test(text) : text.includes('@'));
  if (isOver(rest)) return 0;
  let count = 0;
  for (let at = line + 1; at <= line + MOST_LINES_BEHIND; at += 1) {
    const { bare = '', depth: here } = lines[at] ?? {};
    if (bare.trim() === '' || bare.length > 160 || here !== depth) return 0;
    if (!endsInStop) return /^(?:\S+ ){0,4}\S+@\S+$/.test(bare.trim()) ? wordsOf(bare).length : 0;
    const stop = STOP.exec(bare);
    count += wordsOf(stop ? bare.slice(0, stop.index + 1) : bare).length;
    if (stop) return count;
  }
  return 0;
}

/** What is too short to be known by itself counts right before or behind what was found, in the same line. */
function coverShort({ words, lineOf }: ReplyWords, covered: Uint8Array, short: Set<string>): void {
  if (!covered.includes(1)) return;
  const isBeside = (at: number, other: number) => covered[other] === 1 && lineOf[at] === lineOf[other];
  const coverAt = (start: number, end: number) => {
    const phrase = words.slice(start, end).join(' ');
    const hasValue = short.has(`${phrase} ${ANYTHING}`);
    if (!hasValue && !short.has(phrase) && !short.has(`${ANYTHING} ${phrase}`)) return;
    // Its first words may have been taken for the end of the value before it.
    if (covered[start] !== 1 && !isBeside(start, start - 1) && !isBeside(end - 1, end)) return;
    covered.fill(1, start, end);
    if (hasValue)
      for (let at = end; at < end + 12 && lineOf[at] === lineOf[end - 1]; at += 1) covered[at] = 1;
  };
  for (let at = 0; at < words.length; at += 1) {
    const earliest = Math.max(0, at - FEWEST_WORDS);
    if (covered[at] || !covered.subarray(earliest, at + FEWEST_WORDS).includes(1)) continue;
    for (let start = earliest; start <= at; start += 1)
      for (let end = start + FEWEST_WORDS - 1; end > at && end > start + 1; end -= 1) coverAt(start, end);
  }
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
  let item: string | null = null;
  for (let at = next(from, 1); at !== null; at = next(at, 1)) {
    const { bare, depth, words } = lines[at] as Line;
    const isLink = words.length > 0 && words.every((word) => isAddress(word) || isGlued(word));
    const inPlace = bare.length < 200 ? /^([^:：]{1,60})[:：]\s*\S/u.exec(bare)?.[1] : undefined;
    const isBehind = kinds[at - 1] === 'LETTER';
    const isListed = LISTED.test(bare) && (isLabel || isBehind);
    if (isListed && (isLabel || item !== null)) item = bare;
    else item = item !== null && isBehind && goesOn(item, bare) ? `${item} ${bare}` : null;
    const isOne = isLabel && depth === lines[from]?.depth && /^\s*\S+\s*$/.test(bare);
    const isValue = isOne || isListed || item !== null;
    if (!isValue && !isLink && !isShortLine(bare) && !(inPlace !== undefined && isShortLine(inPlace))) return;
    isLabel = !isValue && ENDS_AS_LABEL.test(bare.slice(-10));
    kinds[at] = 'LETTER';
    if (!isValue && !/[.:!?]\s*$/.test(bare.slice(-10))) kinds.fill('LETTER', at, endOfTime(lines, at) + 1);
  }
}

/** Whether a line is the rest of an item of a list of ours: a username and where, or when, by what device, and which. */
function goesOn(item: string, line: string): boolean {
  if (line.trim() === '') return false;
  const isOpen = !item.includes(')') || item.lastIndexOf('(') > item.lastIndexOf(')');
  return isOpen || /^(?: {2}\S|\s*(?:on|en)\s)/.test(line) || /(?:,|\s(?:on|en))\s*$/.test(item.slice(-10));
}

/** The line in which a clock time ends that is broken over several; the same line where it is not. */
function endOfTime(lines: readonly Line[], from: number): number {
  for (let at = from + 1; at <= from + MOST_LINES_BEHIND; at += 1) {
    const { bare = '' } = lines[at] ?? {};
    if (/^\s*\S.{0,60}\)\.\s*$/.test(bare)) return at;
    if (bare.trim() === '' || bare.length > 80 || /[.:!?]\s*$/.test(bare.slice(-10))) return from;
  }
  return from;
}

/** A label, a button, a sentence with a time, a greeting; one to somebody who sends our mail is the writer's own. */
function isShort(line: string, short: Set<string>, isSender: (name: string) => boolean): boolean {
  if (line.length > 160) return false;
  const words = wordsOf(line).filter(isPlain);
  if (words.length === 0) return false;
  const phrase = words.join(' ');
  // With a value before it in the line above, or a number in it.
  const others = [`${ANYTHING} ${phrase}`, phrase.replace(/\b\d+\b/g, ANYTHING)];
  if ([phrase, ...others].some((one) => short.has(one))) return true;
  const [first = '', ...rest] = words;
  if (short.has(`${first} ${ANYTHING}`)) return words.length < 6 && !isSender(rest.join(' '));
  return [3, 4, 5].some((count) => short.has(`${words.slice(0, count).join(' ')} ${ANYTHING}`));
}
