import { cutIntroductions, type Senders } from './cut-introductions.ts';
import { markLetters, wholeLines } from './find-letters.ts';
import { findMatches, replyWords, type ReplyWords } from './find-ours.ts';
import { ourTexts, type OurTexts } from './our-texts.ts';
import { linesOf, wordsOf, type Kind, type Line } from './words.ts';

export interface Answered extends Senders {
  /** The mail that is answered, and those before it to this client. */
  texts: string[];
}

/** What stands for a letter of ours. */
const LETTER = '[a letter about logging in]';

/**
 * What somebody wrote in a reply: all of it but what is ours, found by comparing its lines with what we sent. Whatever
 * only looks like a quote stays.
 */
export function ownWords(text: string, { texts, ...senders }: Answered): string {
  const lines = linesOf(text);
  const kinds: Kind[] = lines.map(() => 'WRITER');
  const reply = replyWords(lines);
  const isSender = (name: string) =>
    senders.names.some((sender) => ` ${wordsOf(sender).join(' ')} `.includes(` ${name} `));
  markLetters(lines, reply, kinds, isSender);
  markOurs(lines, reply, kinds, ourTexts(texts));
  markBetween(lines, kinds, senders.names);
  cutIntroductions(lines, kinds, senders);
  return withoutAdvertisement(tidy(shown(lines, kinds)));
}

// Fewer words in a row may be the writer's own, unless they are marked as quoted.
const FEWEST_WORDS = 8;

function markOurs(lines: readonly Line[], reply: ReplyWords, kinds: Kind[], ours: OurTexts): void {
  const covered = new Uint8Array(reply.words.length);
  const isMarked = (at: number) => (lines[reply.lineOf[at] ?? 0]?.depth ?? 0) > 0;
  for (const { start, end, same } of findMatches(reply, ours)) {
    if (same >= FEWEST_WORDS) covered.fill(1, start, end);
    else for (let at = start; at < end; at += 1) if (isMarked(at)) covered[at] = 1;
  }
  for (const at of wholeLines(reply, covered)) if (kinds[at] === 'WRITER') kinds[at] = 'OURS';
  for (const [at, { depth, bare, words }] of lines.entries())
    if (depth > 0 && kinds[at] === 'WRITER' && bare.length < 100 && ours.phrases.has(words.join(' ')))
      kinds[at] = 'OURS';
}

/** Of the names of senders the last: practice and site. */
const HEADS = 2;

/** Empty lines of a quote, rules at what is ours, and the name that our HTML has above it. */
function markBetween(lines: readonly Line[], kinds: Kind[], names: readonly string[]): void {
  const heads = new Set(names.slice(-HEADS).map((name) => wordsOf(name).join(' ')));
  const isTaken = (at: number, step: 1 | -1) => {
    let next = at + step;
    while (lines[next] && lines[next]?.bare.trim() === '') next += step;
    return kinds[next] !== undefined && kinds[next] !== 'WRITER';
  };
  for (const [at, { depth, bare, words }] of lines.entries()) {
    if (kinds[at] !== 'WRITER') continue;
    const isEmpty = depth > 0 && bare.trim() === '';
    const isRule = /^\s*[-_=*]{2,80}\s*$/.test(bare) && (isTaken(at, -1) || isTaken(at, 1));
    const isHead = bare.length < 100 && heads.has(words.join(' ')) && isTaken(at, 1);
    if (isEmpty || isRule || isHead) kinds[at] = 'OURS';
  }
}

function shown(lines: readonly Line[], kinds: readonly Kind[]): string[] {
  const kept: string[] = [];
  let isInLetter = false;
  for (const [at, { raw, bare }] of lines.entries()) {
    if (kinds[at] === 'LETTER' && !isInLetter) kept.push('', LETTER, '');
    if (kinds[at] === 'LETTER') isInLetter = true;
    if (kinds[at] !== 'WRITER') continue;
    if (bare.trim() !== '') isInLetter = false;
    kept.push(raw);
  }
  return kept;
}

/** At most one empty line in a row, none at the ends. */
function tidy(lines: readonly string[]): string[] {
  const tidied = lines.filter((line, at) => line.trim() !== '' || (lines[at - 1] ?? '').trim() !== '');
  while (tidied[0]?.trim() === '') tidied.shift();
  while (tidied.at(-1)?.trim() === '') tidied.pop();
  return tidied;
}

// Four with words, and an empty one between any two.
const MOST_LINES_OF_A_SIGN = 7;

/** A reaction by Gmail's button: its sign stands alone, above a line and an address that praise the button. */
function withoutAdvertisement(lines: readonly string[]): string {
  if (lines.length > MOST_LINES_OF_A_SIGN) return lines.join('\n');
  const [sign = '', ...rest] = lines.filter((line) => line.trim() !== '');
  const isSign = /\p{Extended_Pictographic}/u.test(sign) && /^[^\p{L}]{1,20}$/u.test(sign.trim());
  const isPraise = rest.length <= 3 && rest.join(' ').includes('//www.google.com/gmail/about/?');
  return isSign && isPraise ? sign.trim() : lines.join('\n');
}
