import { normaliseCode } from '../../platform/random-token.ts';
import { rangeIn, type Range, type View } from '../../platform/text/view.ts';
import type { Mechanisms } from '../../request-context.ts';
import { aboutCodeOf } from './make-login-code.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock' | 'sealing'>;

/** As letters print it, with any dash, which a number or a word is not: cut whether or not it is still good. */
const PRINTED = /(?<![\w-])[0-9A-HJKMNP-TV-Z]{4}\p{Pd}[0-9A-HJKMNP-TV-Z]{4}(?![\w-])/gu;
const isMixed = (code: string) => /\d/.test(code) && /[A-Z]/.test(code);

// Each costs a few microseconds; a text that holds more of them hides something on purpose.
const MOST_CHECKED = 5_000;

const LIVE = `
  select c.account_id, c.code_hash from login_code c join account a on a.id = c.account_id
   where c.expires_at > ? and a.credentials_version = c.credentials_version
     and (a.id = any(string_to_array(?, ',')::uuid[]) or a.email_key = any(string_to_array(?, ' ')))`;

/**
 * Where login codes stand: as our letters print them, and, while these people have one that is good, in every way in
 * which the login page would take it.
 */
export async function findLoginCodes(
  { em, clock, sealing }: Tools,
  views: View[],
  { accountIds, emailKeys }: { accountIds: string[]; emailKeys: string[] },
): Promise<Range[]> {
  const printed = views.flatMap((view) =>
    [...view.chars.matchAll(PRINTED)]
      .filter(([code]) => isMixed(code))
      .map(({ 0: code, index }) => rangeIn(view, index, index + code.length)),
  );
  const live = await em.execute<{ account_id: string; code_hash: string }[]>(LIVE, [
    clock.now(),
    accountIds.join(),
    emailKeys.join(' '),
  ]);
  if (live.length === 0) return printed;
  const places = candidates(views);
  const found: Range[] = [];
  for (const [at, [code, ranges]] of [...places].entries()) {
    const isOne =
      at >= MOST_CHECKED ||
      live.some((row) => sealing.marks(code, aboutCodeOf(row.account_id)).includes(row.code_hash));
    if (isOne) found.push(...ranges);
  }
  return [...printed, ...found];
}

const CODE_LENGTH = 8;
const GAP = /^[^\p{L}\p{N}]{0,6}$/u;

/** All that could be typed as a code: eight letters, in up to eight groups. */
function candidates(views: View[]): Map<string, Range[]> {
  const places = new Map<string, Range[]>();
  for (const view of views) {
    const words = [...view.chars.matchAll(/[0-9a-z]+/gi)];
    for (const [first, word] of words.entries()) {
      const found = joinFrom(view, words, first);
      if (!found) continue;
      const known = places.get(found.code);
      const range = rangeIn(view, word.index, found.end);
      if (known) known.push(range);
      else places.set(found.code, [range]);
    }
  }
  return places;
}

function joinFrom(
  view: View,
  words: RegExpMatchArray[],
  first: number,
): { code: string; end: number } | null {
  let letters = '';
  let end: number | null = null;
  for (let at = first; letters.length < CODE_LENGTH; at += 1) {
    const word = words[at];
    if (word?.index === undefined) return null;
    if (end !== null && !GAP.test(view.chars.slice(end, Math.min(word.index, end + 7)))) return null;
    letters += word[0];
    end = word.index + word[0].length;
  }
  const code = letters.length === CODE_LENGTH ? normaliseCode(letters) : null;
  return code !== null && end !== null ? { code, end } : null;
}
