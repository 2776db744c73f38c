import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** So many points at once; each comes back by itself, one every `costMs`. */
interface Bucket {
  points: number;
  costMs: number;
}

// The virtual scheduling of ITU-T I.371: kept is the moment at which the bucket is full again, and nothing else.
const TAKE = `
  insert into rate_limit (key, points, expire) values (?, 0, ?::bigint + ?)
  on conflict (key) do update set expire = greatest(rate_limit.expire, ?) + ?
   where greatest(rate_limit.expire, ?) + ? <= ?::bigint
  returning expire`;

/** Takes `points` in one statement, whoever else takes; null, or from when there are so many. */
export async function takeFromBucket(
  em: SqlEntityManager,
  key: string,
  bucket: Bucket,
  { points, now }: { points: number; now: Date },
): Promise<Date | null> {
  const at = now.getTime();
  const cost = bucket.costMs * points;
  const latest = at + bucket.costMs * bucket.points;
  const taken = await em.execute<unknown[]>(TAKE, [key, at, cost, at, cost, at, cost, latest]);
  if (taken.length > 0) return null;
  const [row] = await em.execute<{ expire: number | string }[]>(
    'select expire from rate_limit where key = ?',
    [key],
  );
  return new Date(Number(row?.expire ?? at) + cost - bucket.costMs * bucket.points);
}

/** What was taken is there again. */
export async function giveBackToBucket(
  em: SqlEntityManager,
  key: string,
  bucket: Bucket,
  points: number,
): Promise<void> {
  await em.execute('update rate_limit set expire = expire - ? where key = ?', [bucket.costMs * points, key]);
}
