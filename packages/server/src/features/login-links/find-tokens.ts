import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { hashToken } from '../../platform/random-token.ts';
import { rangeIn, type Range, type View } from '../../platform/text/view.ts';

const TOKEN_LENGTH = 22;
const MOST_CANDIDATES = 150_000;
const AT_ONCE = 10_000;

// Links that log in, and links that confirm or stop a change of access: each is a secret of its reader.
const KNOWN = `
  with asked as materialized (select unnest(string_to_array(?, ',')) as token_hash)
  select token_hash from asked join login_link using (token_hash)
  union all
  select token_hash from asked join access_change_link using (token_hash)`;

/** Where tokens of our links stand, whatever stands around them; `complete` is false where there was too much to look at. */
export async function findTokens(
  { em }: { em: SqlEntityManager },
  views: View[],
): Promise<{ ranges: Range[]; complete: boolean }> {
  const { places, complete } = candidates(views);
  const hashes = new Map([...places.keys()].map((token) => [hashToken(token), token]));
  const all = [...hashes.keys()];
  const ranges: Range[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const rows = await em.execute<{ token_hash: string }[]>(KNOWN, [all.slice(at, at + AT_ONCE).join()]);
    for (const { token_hash: hash } of rows) ranges.push(...(places.get(hashes.get(hash) ?? '') ?? []));
  }
  return { ranges, complete };
}

/** Everything of a token's length, also within what is longer. */
function candidates(views: View[]): { places: Map<string, Range[]>; complete: boolean } {
  const places = new Map<string, Range[]>();
  for (const view of views)
    for (const { 0: run, index } of view.chars.matchAll(/[\w-]{22,}/g))
      for (let at = 0; at + TOKEN_LENGTH <= run.length; at += 1) {
        const token = run.slice(at, at + TOKEN_LENGTH);
        const range = rangeIn(view, index + at, index + at + TOKEN_LENGTH);
        const known = places.get(token);
        if (known) known.push(range);
        else if (places.size < MOST_CANDIDATES) places.set(token, [range]);
        else return { places, complete: false };
      }
  return { places, complete: true };
}
