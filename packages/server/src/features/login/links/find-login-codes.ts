import { normaliseCode } from '../../../platform/random-token.ts';
import { rangeIn, type Range, type View } from '@latchstring/message-language';
import type { Mechanisms } from '../../../request-context.ts';
import { findLiveCodes } from './code-store.ts';
import { aboutCodeOf } from './make-login-code.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock' | 'sealing'>;

/** Whose codes may stand in a text; `NOT_ASKED`: it may be a stranger's, to whom nothing must answer. */
export type CodeOwners = { accountIds: string[]; emailKeys: string[] } | 'NOT_ASKED';

// Each costs a few microseconds for each live code; beyond that what has a digit is taken for one, and words stay.
const MOST_CHECKED = 500;
const LEAST_CHECKED = 250;

/**
 * Where login codes of these people stand that are good, in each way in which the login page would take them. Where
 * nobody may be asked about: whatever looks as our letters print a code.
 */
export async function findLoginCodes(
  { em, clock, sealing }: Tools,
  views: View[],
  whose: CodeOwners,
): Promise<Range[]> {
  if (whose === 'NOT_ASKED') return views.flatMap(printedCodes);
  const live = await findLiveCodes({ em, clock }, whose);
  if (live.length === 0) return [];
  const { places, rest } = candidates(views, Math.max(LEAST_CHECKED, MOST_CHECKED / live.length));
  const isLive = (code: string) =>
    live.some(({ accountId, codeHash }) =>
      sealing.keyedHashes(code, aboutCodeOf(accountId)).includes(codeHash),
    );
  return [...rest, ...[...places].flatMap(([code, ranges]) => (isLive(code) ? ranges : []))];
}

const PRINTED = /(?<![\w-])[0-9A-HJKMNP-TV-Z]{4}\p{Pd}[0-9A-HJKMNP-TV-Z]{4}(?![\w-])/gu;

const printedCodes = (view: View): Range[] =>
  [...view.chars.matchAll(PRINTED)]
    .filter(([code]) => /\d/.test(code) && /[A-Z]/.test(code))
    .map(({ 0: code, index }) => rangeIn(view, index, index + code.length));

/** Eight letters together, in two halves, or one by one; one may begin within another. */
const SHAPES = [
  /(?<![0-9a-z])(?=([0-9a-z]{8})(?![0-9a-z]))/gi,
  /(?<![0-9a-z])(?=([0-9a-z]{4}[\s\p{Pd}.]{1,3}[0-9a-z]{4})(?![0-9a-z]))/giu,
  /(?<![0-9a-z])(?=((?:[0-9a-z][\s\p{Pd}.]{1,3}){7}[0-9a-z])(?![0-9a-z]))/giu,
];

interface Candidates {
  /** By what they read. */
  places: Map<string, Range[]>;
  /** Those beyond `most`. */
  rest: Range[];
}

function candidates(views: View[], most: number): Candidates {
  const codes = new Map<string, string | null>();
  const places = new Map<string, Range[]>();
  const rest: Range[] = [];
  for (const view of views)
    for (const shape of SHAPES)
      for (const { 1: typed = '', index } of view.chars.matchAll(shape)) {
        const range = rangeIn(view, index, index + typed.length);
        if (places.size >= most) {
          if (/\d/.test(typed)) rest.push(range);
          continue;
        }
        let code = codes.get(typed);
        if (code === undefined) codes.set(typed, (code = normaliseCode(typed)));
        if (code === null) continue;
        const known = places.get(code);
        const last = known?.at(-1);
        if (last && range.start >= last.start && range.start <= last.end) last.end = range.end;
        else if (known) known.push(range);
        else places.set(code, [range]);
      }
  return { places, rest };
}
