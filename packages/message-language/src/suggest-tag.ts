import { MAGIC_TAGS, type MagicTagName } from './magic-tags.ts';

interface Meaning {
  suggestion: MagicTagName | null;
  isSecret: boolean;
}

/** Nobody but the client may know it; or it takes no words after a |. */
export type WhyNoTag = 'SECRET' | 'NO_FALLBACK';

export interface Suggestion {
  suggestion: MagicTagName | null;
  /** Why there can be no such tag; null where it is just unknown. */
  why: WhyNoTag | null;
}

/** What people ask for and no message can ever hold. */
const REFUSED = ['username', 'user', 'password', 'passcode', 'pin', 'logincode', 'credentials'];

/** The names and the misnomers, each with what it leads to. */
const candidates: [string, Meaning][] = [
  ...MAGIC_TAGS.flatMap((tag) =>
    [tag.name.toLowerCase(), ...tag.meantBy].map(
      (word) => [word, { suggestion: tag.name, isSecret: false }] as [string, Meaning],
    ),
  ),
  ...REFUSED.map((word) => [word, { suggestion: null, isSecret: true }] as [string, Meaning]),
];

const bare = (typed: string) => typed.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What this very word stands for. */
export function meantExactly(typed: string): MagicTagName | null {
  const word = bare(typed);
  return candidates.find(([candidate]) => candidate === word)?.[1].suggestion ?? null;
}

/** What somebody may have meant by an unknown tag's name. */
export function suggestTag(typed: string): Suggestion {
  const word = bare(typed);
  let nearest: Meaning = { suggestion: null, isSecret: false };
  let least = Infinity;
  for (const [candidate, meaning] of candidates) {
    // One slip in every four letters, two at the most: short words are only ever taken as they stand.
    const most = Math.min(2, Math.floor(candidate.length / 4));
    if (Math.abs(candidate.length - word.length) > most) continue;
    const slips = editDistance(word, candidate);
    if (slips > most || slips >= least) continue;
    least = slips;
    nearest = meaning;
  }
  return {
    suggestion: nearest.suggestion,
    why: nearest.isSecret ? 'SECRET' : null,
  };
}

/** Levenshtein's distance: the letters to put in, take out or change. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min(change, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}
