import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { hashToken } from '../../../platform/random-token.ts';
import { rangeIn, type Range, type Readings } from '@latchstring/message-language';

const TOKEN_LENGTH = 22;
const MOST_WINDOWS = 2_000;
/** Longer runs of a token's letters are nothing that a person writes, nor a mail program. */
const LONGEST_RUN = 512;

// Of a run, to tell which: it may hold a token.
const SHOWN = 12;

// 128 bits in 22 letters of six: the last holds two of them.
const LAST = /[AQgw]/;
// Words that stand one below the other join to what no token looks like.
const LIKE_TOKEN = /[\d_-]|[A-Z]{2}/;

// Links that log in, and links that confirm or stop a change of access: each is a secret of its reader.
const KNOWN = `
  with asked as materialized (select unnest(string_to_array(?, ',')) as token_hash)
  select token_hash from asked join login_link using (token_hash)
  union all
  select token_hash from asked join access_change_link using (token_hash)`;

/** Where tokens of our links stand, whatever stands around them. */
export async function findTokens(
  { em }: { em: SqlEntityManager },
  readings: Readings,
): Promise<{ ranges: Range[]; unread: string | null }> {
  const { places, unread } = windowsOf(readings);
  const hashes = new Map([...places.keys()].map((token) => [hashToken(token), token]));
  if (hashes.size === 0) return { ranges: [], unread };
  const rows = await em.execute<{ token_hash: string }[]>(KNOWN, [[...hashes.keys()].join()]);
  const ranges = rows.flatMap(({ token_hash: hash }) => places.get(hashes.get(hash) ?? '') ?? []);
  return { ranges, unread };
}

interface Windows {
  places: Map<string, Range[]>;
  /** How the first run begins that is too long to be looked at, or one too many; null: all were. */
  unread: string | null;
}

/** Everything of a token's length, also within what is longer: so many, and no more. */
function windowsOf({ plain, joined, parts }: Readings): Windows {
  const found: Windows = { places: new Map(), unread: null };
  for (const view of plain)
    collect(found, view.chars, LONGEST_RUN, (start, end) => rangeIn(view, start, end));
  for (const { text, ...range } of parts) collect(found, text, LONGEST_RUN, () => range);
  collect(found, joined.chars, Infinity, (start, end) => rangeIn(joined, start, end), LIKE_TOKEN);
  return found;
}

function collect(
  found: Windows,
  text: string,
  longest: number,
  rangeOf: (start: number, end: number) => Range,
  like?: RegExp,
): void {
  for (const { 0: run, index } of text.matchAll(/[\w-]{22,}/g)) {
    if (run.length > longest) found.unread ??= run.slice(0, SHOWN);
    for (let at = 0; run.length <= longest && at + TOKEN_LENGTH <= run.length; at += 1) {
      if (!LAST.test(run[at + TOKEN_LENGTH - 1] ?? '')) continue;
      const token = run.slice(at, at + TOKEN_LENGTH);
      if (like && !like.test(token)) continue;
      const known = found.places.get(token);
      if (!known && found.places.size >= MOST_WINDOWS) {
        found.unread ??= run.slice(0, SHOWN);
        return;
      }
      const range = rangeOf(index + at, index + at + TOKEN_LENGTH);
      if (known) known.push(range);
      else found.places.set(token, [range]);
    }
  }
}
