import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { later, SECOND_MS, type Clock } from '../clock.ts';

/** Tries that are counted by one statement, as the statement reads them. */
interface Row {
  key: string;
  /** How often it is tried at once. */
  times: number;
  /** Milliseconds since 1970: until when this counts, where nothing has been counted yet. */
  ends: number;
  /** Beyond that it is refused. */
  most: number;
}

interface Counter {
  key: string;
  points: number;
  expire: number | string;
}

const ROWS = (rows: string) =>
  `json_to_recordset(${rows}::text::json) as t(key text, times int, ends bigint, most int)`;

// What the library does for one key, for many by one statement. In their order, so that two at once wait for each other
// and don't lock each other out.
const TAKE = (rows: string, now: string, where = 'true') => `
  insert into rate_limit as r (key, points, expire)
  select t.key, t.times, t.ends from ${ROWS(rows)} where ${where} order by t.key
  on conflict (key) do update set
    points = excluded.points + case when r.expire > ${now}::bigint then r.points else 0 end,
    expire = case when r.expire > ${now}::bigint then r.expire else excluded.expire end
  returning key, points, expire`;

const READ = `select key, points, expire from rate_limit where key = any(string_to_array(?, ',')) and expire > ?::bigint`;

// Taken in the order in which they are counted: or else one who tries and one who was right lock each other out.
const FORGIVING = `
  tries as (select key from rate_limit where key = any(string_to_array(?, ',')) order by key for update),
  forgotten as (
    delete from rate_limit where key in (select key from tries) and key = any(string_to_array(?, ','))),
  forgiven as (
    update rate_limit set points = greatest(points - 1, 0)
     where key in (select key from tries) and key = any(string_to_array(?, ',')))`;

const ALLOWED = (rows: string) =>
  `allowed as (select bool_and(c.points <= t.most) as yes from counted c join ${ROWS(rows)} using (key))`;

// The second count waits for the first one's word: whoever is refused there is not counted here.
const TAKE_AND_READ = (read: string) => `
  with counted as (${TAKE('?', '?')}), ${ALLOWED('?')},
  further as (${TAKE('?', '?', '(select yes from allowed)')})
  select seen.*, (select json_agg(c) from (select * from counted union all select * from further) c) as counters
    from (${read}) seen`;

/** Counting as a part of another statement, which then does what it does only if nothing is refused. */
export interface Counting {
  /** A common table expression `allowed` with one row and one column, `yes`; parameters as named. */
  sql(rows: string, now: string): string;
  values: [rows: string, now: number];
  /** After a refusal: from when on it may be tried again. */
  retryAt(): Promise<Date>;
}

interface Counted<Name extends string> {
  limits: Record<Name, { points: number; seconds: number }>;
  /** Under what the counter of this key stands. */
  rowKey: (name: Name, key: string) => string;
}

export interface Try<Name extends string> {
  limit: Name;
  key: string;
}

export type Forgiven<Name extends string> = Record<'forget' | 'giveBack', readonly Try<Name>[]>;

/** SQL and its values. */
export interface Reading {
  sql: string;
  values: unknown[];
}

export interface TakenAndRead<Seen extends object> {
  /** Null: go on. */
  refused: Date | null;
  refusedNext: Date | null;
  seen: Seen;
}

/** Counts all of these, and tells of each what stands there now and until when that counts. */
async function takeRows(em: SqlEntityManager, now: Date, rows: Row[]) {
  if (rows.length === 0) return new Map<string, { points: number; expire: number }>();
  const at = now.getTime();
  const taken = await em.execute<Counter[]>(TAKE('?', '?'), [JSON.stringify(rows), at, at]);
  return byKey(taken);
}

async function takeRowsAndRead<Seen extends object>(
  em: SqlEntityManager,
  now: Date,
  { first, then, read }: { first: Row[]; then: Row[]; read: Reading },
) {
  const [own, others, at] = [JSON.stringify(first), JSON.stringify(then), now.getTime()];
  const values = [own, at, at, own, others, at, at, ...read.values];
  const [seen] = await em.execute<(Seen & { counters: Counter[] })[]>(TAKE_AND_READ(read.sql), values);
  if (!seen) throw new Error('What is read beside counting gives one row, whatever there is');
  return { counters: byKey(seen.counters), seen };
}

const byKey = (counters: Counter[]) =>
  new Map(counters.map(({ key, points, expire }) => [key, { points, expire: Number(expire) }]));

/** Null: none of them refuses. */
function refusedUntil(rows: Row[], taken: ReturnType<typeof byKey>): Date | null {
  const refusing = rows.flatMap(({ key, most }) => {
    const counter = taken.get(key);
    return counter && counter.points > most ? [counter.expire] : [];
  });
  return refusing.length > 0 ? new Date(Math.max(...refusing)) : null;
}

/** What has been counted under these keys and still counts. */
async function readRows(em: SqlEntityManager, now: Date, keys: string[]): Promise<Counter[]> {
  return keys.length === 0 ? [] : em.execute<Counter[]>(READ, [keys.join(), now.getTime()]);
}

function countingOf(em: () => SqlEntityManager, clock: Clock, rows: Row[]): Counting {
  return {
    sql: (own, now) => `
      counted as (${TAKE(own, now)}), ${ALLOWED(own)}`,
    values: [JSON.stringify(rows), clock.now().getTime()],
    async retryAt() {
      const now = clock.now();
      const most = new Map(rows.map((row) => [row.key, row.most]));
      const counters = await readRows(em(), now, [...most.keys()]);
      const refusing = counters.filter(({ key, points }) => points > (most.get(key) ?? 0));
      return new Date(Math.max(now.getTime(), ...refusing.map(({ expire }) => Number(expire))));
    },
  };
}

/** Counting under many keys at once. */
export function countMany<Name extends string>(
  em: () => SqlEntityManager,
  clock: Clock,
  { limits, rowKey }: Counted<Name>,
) {
  const rowOf = ({ limit, key }: Try<Name>): Row => {
    const { points: most, seconds } = limits[limit];
    const ends = later(clock.now(), seconds * SECOND_MS).getTime();
    return { key: rowKey(limit, key), times: 1, ends, most };
  };
  return {
    async takeEach(limit: Name, keys: string[]): Promise<(Date | null)[]> {
      const all = keys.map((key) => rowOf({ limit, key }));
      const once = [...Map.groupBy(all, ({ key }) => key).values()].flatMap((same) =>
        same.slice(0, 1).map((row) => ({ ...row, times: same.length })),
      );
      const taken = await takeRows(em(), clock.now(), once);
      const before = new Map(once.map(({ key, times }) => [key, (taken.get(key)?.points ?? 0) - times]));
      return all.map(({ key, most }) => {
        const points = (before.get(key) ?? 0) + 1;
        before.set(key, points);
        return points > most ? new Date(taken.get(key)?.expire ?? 0) : null;
      });
    },
    async takeAll(tries: readonly Try<Name>[]): Promise<Date | null> {
      const rows = tries.map(rowOf);
      return refusedUntil(rows, await takeRows(em(), clock.now(), rows));
    },
    async takeAndRead<Seen extends object>(
      tries: readonly Try<Name>[],
      next: Try<Name>,
      read: Reading,
    ): Promise<TakenAndRead<Seen>> {
      const [first, then] = [tries.map(rowOf), [rowOf(next)]];
      const { counters, seen } = await takeRowsAndRead<Seen>(em(), clock.now(), { first, then, read });
      return { refused: refusedUntil(first, counters), refusedNext: refusedUntil(then, counters), seen };
    },
    counting: (tries: readonly Try<Name>[]): Counting => countingOf(em, clock, tries.map(rowOf)),
    forgiving({ forget, giveBack }: Forgiven<Name>): Reading {
      const [forgotten, given] = [forget, giveBack].map((tries) => tries.map((one) => rowOf(one).key).join());
      return { sql: FORGIVING, values: [[forgotten, given].join(), forgotten, given] };
    },
    async left(limit: Name, keys: string[]): Promise<number[]> {
      const rowKeys = keys.map((key) => rowKey(limit, key));
      const rows = await readRows(em(), clock.now(), rowKeys);
      const taken = new Map(rows.map(({ key, points }) => [key, points]));
      return rowKeys.map((key) => Math.max(0, limits[limit].points - (taken.get(key) ?? 0)));
    },
  };
}
