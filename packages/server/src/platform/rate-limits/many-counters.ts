import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { later, SECOND_MS, type Clock } from '../clock.ts';

// What the library does for one key, for many by one statement. In their order, so that two at once wait for each other
// and don't lock each other out.
const TAKE = `
  insert into rate_limit as r (key, points, expire)
  select key, count(*)::int, ?::bigint from unnest(string_to_array(?, ',')) as key group by key order by key
  on conflict (key) do update set
    points = excluded.points + case when r.expire > ?::bigint then r.points else 0 end,
    expire = case when r.expire > ?::bigint then r.expire else excluded.expire end
  returning key, points, expire`;

const READ = `select key, points from rate_limit where key = any(string_to_array(?, ',')) and expire > ?::bigint`;

interface Row {
  key: string;
  points: number;
  expire: number | string;
}

/** Counts all of these, and tells of each what stood there before and until when that counts. */
async function takeAtOnce(
  em: SqlEntityManager,
  now: Date,
  { seconds, keys }: { seconds: number; keys: string[] },
): Promise<Map<string, { before: number; expire: number }>> {
  if (keys.length === 0) return new Map();
  const end = later(now, seconds * SECOND_MS).getTime();
  const rows = await em.execute<Row[]>(TAKE, [end, keys.join(), now.getTime(), now.getTime()]);
  const own = Map.groupBy(keys, (key) => key);
  return new Map(
    rows.map(({ key, points, expire }) => [
      key,
      { before: points - (own.get(key)?.length ?? 0), expire: Number(expire) },
    ]),
  );
}

/** What has been counted under these keys and still counts. */
async function readCounters(em: SqlEntityManager, now: Date, keys: string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await em.execute<Row[]>(READ, [keys.join(), now.getTime()]);
  return new Map(rows.map(({ key, points }) => [key, points]));
}

interface Counted<Name extends string> {
  limits: Record<Name, { points: number; seconds: number }>;
  /** Under what the counter of this key stands. */
  rowKey: (name: Name, key: string) => string;
}

/** Counting under many keys at once. */
export function countMany<Name extends string>(
  em: () => SqlEntityManager,
  clock: Clock,
  { limits, rowKey }: Counted<Name>,
) {
  return {
    async takeEach(name: Name, keys: string[]): Promise<(Date | null)[]> {
      const { points, seconds } = limits[name];
      const rowKeys = keys.map((key) => rowKey(name, key));
      const rows = await takeAtOnce(em(), clock.now(), { seconds, keys: rowKeys });
      return rowKeys.map((key) => {
        const row = rows.get(key);
        if (!row) throw new Error('A counter was not written');
        row.before += 1;
        return row.before > points ? new Date(row.expire) : null;
      });
    },
    async left(name: Name, keys: string[]): Promise<number[]> {
      const rowKeys = keys.map((key) => rowKey(name, key));
      const taken = await readCounters(em(), clock.now(), rowKeys);
      return rowKeys.map((key) => Math.max(0, limits[name].points - (taken.get(key) ?? 0)));
    },
  };
}
