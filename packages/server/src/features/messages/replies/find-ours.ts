import { anchorAt, type OurTexts } from './our-texts.ts';
import { ANYTHING, isAddress, isGlued, isPlain, mayBeAddress, type Line } from './words.ts';

/** The words of a reply, each with the line it stands in. */
export interface ReplyWords {
  words: string[];
  lineOf: Int32Array;
}

export function replyWords(lines: readonly Line[]): ReplyWords {
  const words = lines.flatMap((line) => line.words);
  const lineOf = new Int32Array(words.length);
  let at = 0;
  for (const [line, own] of lines.entries()) lineOf.fill(line, at, (at += own.words.length));
  return { words, lineOf };
}

/** Words of the reply from `start` to `end` that are those of a text of ours, from `from` to `to` of it. */
export interface Match {
  start: number;
  end: number;
  text: number;
  from: number;
  to: number;
  /** Words that are the same, values left out. */
  same: number;
}

/**
 * Every stretch of the reply that runs as a text of ours does; where several texts run so, one that `counts`. Linear: a
 * stretch that was looked at is passed by.
 */
export function findMatches(
  reply: ReplyWords,
  ours: OurTexts,
  counts: (match: Match) => boolean = () => true,
): Match[] {
  const matches: Match[] = [];
  for (let at = 0; at < reply.words.length;) {
    const key = ours.firsts.has(reply.words[at] ?? '') ? anchorAt(reply.words, at) : null;
    const places = key === null ? [] : (ours.places.get(key) ?? []);
    const last = matches.at(-1);
    // What was found before goes on here: none of it is found again in what stands between.
    const next = last && places.find(({ text, at: from }) => text === last.text && from >= last.to);
    const found = (next ? [next] : places).map((place) =>
      matchAround(reply, at, ours, place, next && last ? last.to : 0),
    );
    const counted = found.filter(counts);
    const longest = longestOf(counted.length > 0 ? counted : found);
    if (longest) matches.push(longest);
    at = longest ? longest.end : at + 1;
  }
  return matches;
}

function longestOf(matches: Match[]): Match | undefined {
  const [first, ...others] = matches;
  return others.reduce(
    (longest, match) => (longest && match.end - match.start > longest.end - longest.start ? match : longest),
    first,
  );
}

function matchAround(
  reply: ReplyWords,
  at: number,
  ours: OurTexts,
  place: { text: number; at: number },
  earliest: number,
): Match {
  const text = { words: ours.texts[place.text] ?? [], isSentence: ours.areSentences };
  const on = extend(reply, at, text, place.at, 1, text.words.length);
  const back = extend(reply, at - 1, text, place.at - 1, -1, earliest);
  return {
    start: back.at + 1,
    end: on.at,
    text: place.text,
    from: back.place + 1,
    to: on.place,
    same: on.same + back.same,
  };
}

// The beginning of a line is not farther; what stands before was looked at already.
const MOST_BACK = 60;
const MOST_VALUE = 16;
const MOST_VALUE_OF_SENTENCE = 32;

interface Text {
  words: string[];
  isSentence: boolean;
}

/** How far both run alike from here, in one direction: `at` and `place` are the first that differ. */
function extend(
  { words, lineOf }: ReplyWords,
  at: number,
  text: Text,
  place: number,
  step: 1 | -1,
  limit: number,
): { at: number; place: number; same: number } {
  let same = 0;
  while (step === 1 ? place < limit : place >= limit && same < MOST_BACK) {
    const ours = text.words[place] ?? '';
    // The text part shows the address of a link, the HTML part its words alone.
    if (isAddress(ours)) {
      if (mayBeAddress(words[at], ours)) at += step;
      place += step;
    } else if (ours === ANYTHING) {
      const behind = valueAt({ words, lineOf }, at, text, place, step);
      if (behind === null) break;
      at = behind;
      place += step;
    } else if (words[at] === ours) {
      at += step;
      place += step;
      same += 1;
    } else if (isGlued(words[at]) && lineOf[at] === lineOf[at - step]) at += step;
    else break;
  }
  return { at, place, same };
}

/**
 * Where a value ends that stands in one line, or goes on in the next with our words behind it; in a sentence in lines
 * that follow one another. Null: there is none.
 */
function valueAt(
  { words, lineOf }: ReplyWords,
  at: number,
  { words: text, isSentence }: Text,
  place: number,
  step: 1 | -1,
): number | null {
  const [next, second] = [text[place + step], text[place + 2 * step]];
  if (!isPlain(next)) return null;
  const first = lineOf[at] ?? 0;
  let before = first;
  for (let length = 1; length <= (isSentence ? MOST_VALUE_OF_SENTENCE : MOST_VALUE); length += 1) {
    const last = lineOf[at + step * (length - 1)];
    if (last === undefined || Math.abs(last - before) > 1) return null;
    if (Math.abs(last - first) > (isSentence ? 4 : 1)) return null;
    before = last;
    const behind = at + step * length;
    if (words[behind] !== next) continue;
    const goesOn = last === first || lineOf[behind] === last;
    const isNear = isSentence && Math.abs((lineOf[behind] ?? 0) - last) <= 1;
    const isSecond = words[behind + step] === second;
    if (goesOn ? !isPlain(second) || isSecond : isNear && isPlain(second) && isSecond) return behind;
  }
  return null;
}
