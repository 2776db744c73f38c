import type { Kind, Line } from './words.ts';

/** Whom an introduction of our mail names. */
export interface Senders {
  /** As they stand in From and in the letter: the coach's, then the practice and the site. */
  names: string[];
  /** Domains whose addresses are ours. */
  domains: string[];
}

const MOST_LINES = 4;
const MOST_HEADINGS = 8;
const LONGEST_LINE = 400;

/**
 * Marks what a mail program wrote above a block of ours: "On … wrote:" in whatever language, From:, Sent:, To:, and the
 * rule above them. It names us and a time; of the lines above the block no more than it takes to do so.
 */
export function cutIntroductions(lines: readonly Line[], kinds: Kind[], senders: Senders): void {
  let isFirst = true;
  for (let at = 1; at < lines.length; at += 1) {
    if (kinds[at - 1] !== 'WRITER') isFirst = false;
    if (kinds[at] === 'WRITER' || kinds[at - 1] !== 'WRITER') continue;
    const end = aboveBlank(lines, beginOfQuote(lines, kinds, at));
    if (end < 0 || kinds[end] !== 'WRITER') continue;
    // Between parts of a quote stands what its writer says, unless it is quoted itself.
    const mayIntroduce = isFirst || (lines[end]?.depth ?? 0) > 0;
    const begin =
      headingsAbove(lines, end, senders) ?? (mayIntroduce ? introductionAbove(lines, end, senders) : null);
    let from = begin ?? end + 1;
    const above = aboveBlank(lines, from);
    if (above >= 0 && isRule(lines[above]?.bare ?? '', begin !== null)) from = above;
    for (let line = from; line <= end; line += 1) kinds[line] = 'INTRODUCTION';
  }
}

/** The block begins where the quote does, also where its first lines are not quite as we wrote them. */
function beginOfQuote(lines: readonly Line[], kinds: readonly Kind[], at: number): number {
  let begin = at;
  while (
    begin > 0 &&
    at - begin < MOST_HEADINGS &&
    kinds[begin - 1] === 'WRITER' &&
    isQuoteLine(lines, begin)
  )
    begin -= 1;
  return begin;
}

const isQuoteLine = (lines: readonly Line[], at: number) =>
  (lines[at]?.depth ?? 0) > 0 && (lines[at - 1]?.depth ?? 0) > 0 && !endsWithColon(lines[at - 1]?.bare ?? '');

const endsWithColon = (text: string) => /[:：]\s*[*_]*\s*$/u.test(text.slice(-20));

function aboveBlank(lines: readonly Line[], at: number): number {
  let above = at - 1;
  while (above >= 0 && at - above < MOST_LINES && lines[above]?.bare.trim() === '') above -= 1;
  return lines[above]?.bare.trim() === '' ? -1 : above;
}

function introductionAbove(lines: readonly Line[], end: number, senders: Senders): number | null {
  let text = '';
  for (let at = end; at >= 0 && end - at < MOST_LINES; at -= 1) {
    const bare = (lines[at]?.bare ?? '').trim();
    if (bare === '' || bare.length > LONGEST_LINE || (at === end && !endsWithColon(bare))) return null;
    if (text !== '' && !isWrapped(lines[at] as Line)) return null;
    text = `${bare} ${text}`;
    if (names(text, senders) && tellsTime(text)) return at;
  }
  return null;
}

/** Whether a program broke its introduction here: for its length, or before an address. */
const isWrapped = ({ bare, depth }: Line) => bare.length > 44 || /<\s*$/.test(bare.slice(-5)) || depth > 0;

const HEADING = /^[\s*_]*[\p{L}\p{M}]{1,20}(?:[ -][\p{L}\p{M}]{1,15}){0,2}[\s*_]*[:：]/u;

function headingsAbove(lines: readonly Line[], end: number, senders: Senders): number | null {
  let at = end;
  while (at >= 0 && end - at < MOST_HEADINGS && HEADING.test((lines[at]?.bare ?? '').slice(0, 80))) at -= 1;
  const headings = lines.slice(at + 1, end + 1).map(({ bare }) => bare);
  const from = headings.findIndex((heading) => names(heading, senders));
  if (from === -1) return null;
  // Some put the time above the sender.
  const isTimeAbove =
    from > 0 && tellsTime(headings[from - 1] ?? '') && !headings.slice(from).some(tellsTime);
  const begin = isTimeAbove ? from - 1 : from;
  return headings.length - begin < 3 ? null : at + 1 + begin;
}

function names(text: string, { names: known, domains }: Senders): boolean {
  const small = text.toLowerCase();
  if (domains.some((domain) => small.includes(`@${domain}`))) return true;
  return known.some((name) => name.length > 1 && small.includes(name.toLowerCase()));
}

/** A year or a time of day, as every language writes them. */
function tellsTime(text: string): boolean {
  const words = text.replace(/[^\s<>()]{1,320}@[^\s<>()]{1,255}/g, ' ');
  return /\d{4}|\d{1,2}[:.h]\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2}/.test(words);
}

/** ________ above headings, or -----Original Message----- in any language. */
function isRule(line: string, isAboveIntroduction: boolean): boolean {
  const bare = line.slice(0, 120).trim();
  if (isAboveIntroduction && /^[-_=]{5,}$/.test(bare)) return true;
  return /^[-_=]{2,40}\s?[\p{L}\p{M} .'’]{4,40}[:：]?\s?[-_=]{2,40}$/u.test(bare);
}
