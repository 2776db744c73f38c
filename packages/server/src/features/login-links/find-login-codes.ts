import { normaliseCode } from '../../platform/random-token.ts';
import { rangeIn, type Range, type View } from '../../platform/text/view.ts';
import type { Mechanisms } from '../../request-context.ts';
import { aboutCodeOf } from './make-login-code.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock' | 'sealing'>;

/** Whose codes may stand in a text; `NOT_ASKED`: it may be a stranger's, to whom nothing must answer. */
export type CodeOwners = { accountIds: string[]; emailKeys: string[] } | 'NOT_ASKED';

// Each costs a few microseconds; beyond that whatever may be a code is taken for one.
const MOST_CHECKED = 2_000;

const LIVE = `
  select c.account_id, c.code_hash from login_code c join account a on a.id = c.account_id
   where c.expires_at > ? and a.credentials_version = c.credentials_version
     and (a.id = any(string_to_array(?, ',')::uuid[]) or a.email_key = any(string_to_array(?, ' ')))`;

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
  const live = await em.execute<{ account_id: string; code_hash: string }[]>(LIVE, [
    clock.now(),
    whose.accountIds.join(),
    whose.emailKeys.join(' '),
  ]);
  if (live.length === 0) return [];
  const most = MOST_CHECKED / live.length;
  return [...candidates(views)].flatMap(([code, ranges], at) => {
    const isOne =
      at >= most ||
      live.some((row) => sealing.marks(code, aboutCodeOf(row.account_id)).includes(row.code_hash));
    return isOne ? ranges : [];
  });
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

function candidates(views: View[]): Map<string, Range[]> {
  const places = new Map<string, Range[]>();
  for (const view of views)
    for (const shape of SHAPES)
      for (const { 1: typed = '', index } of view.chars.matchAll(shape)) {
        const code = normaliseCode(typed);
        if (code === null) continue;
        const range = rangeIn(view, index, index + typed.length);
        const known = places.get(code);
        if (known) known.push(range);
        else places.set(code, [range]);
      }
  return places;
}
