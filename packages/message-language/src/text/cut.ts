import type { Range } from './view.ts';

/** Part of a text that something else shall stand for. */
export interface Cut extends Range {
  put: string;
}

const MOST_CHARACTERS = 4_000;
/** No stand-in is longer. */
const LONGEST_PUT = 40;
const isGap = (char: string | undefined) => char === undefined || /[\s<>"'`]/.test(char);

/** The whole of the word, or of the address, that this range is a part of; a bracket or full stop around it stays. */
export function wholeWord(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (start - from < MOST_CHARACTERS && /[\w+/=-]/.test(text[from - 1] ?? '')) from -= 1;
  while (to - end < MOST_CHARACTERS && /[\w+/=-]/.test(text[to] ?? '')) to += 1;
  let left = from;
  while (start - left < MOST_CHARACTERS && !isGap(text[left - 1])) left -= 1;
  left += /^[([{]*/.exec(text.slice(left, from))?.[0].length ?? 0;
  const before = text.slice(left, from);
  if (!/[./:\]]/.test(before)) return { start: from, end: to };
  left += Math.max(0, before.search(/[a-z]{2,10}:\/\//i));
  let right = to;
  while (right - end < MOST_CHARACTERS && !isGap(text[right])) right += 1;
  right -= /[.,;:!?)\]}]*$/.exec(text.slice(to, right))?.[0].length ?? 0;
  return { start: left, end: right };
}

/** The text without these parts. Of several that overlap, the stand-in of the one named first stands for all. */
export function cutOut(text: string, cuts: Cut[]): string {
  let kept = '';
  // What `kept` ends with: looking at the whole of it each time would put it together anew.
  let tail = '';
  const keep = (part: string) => {
    kept += part;
    tail = (tail + part.slice(-LONGEST_PUT)).slice(-LONGEST_PUT);
  };
  let at = 0;
  let group: { end: number; rank: number; put: string } | null = null;
  const close = () => {
    if (!group) return;
    if (!tail.endsWith(group.put)) keep(group.put);
    at = group.end;
    group = null;
  };
  const ranked = cuts.map((cut, rank) => ({ ...cut, rank })).sort((a, b) => a.start - b.start);
  for (const { start, end, put, rank } of ranked) {
    if (group && start >= group.end) close();
    if (!group) {
      keep(text.slice(at, start));
      group = { end, rank, put };
    } else group = { end: Math.max(group.end, end), ...(rank < group.rank ? { rank, put } : pick(group)) };
  }
  close();
  return kept + text.slice(at);
}

const pick = ({ rank, put }: { rank: number; put: string }) => ({ rank, put });
