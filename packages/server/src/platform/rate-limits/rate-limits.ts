import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { SECOND_MS, type Clock } from '../clock.ts';
import { fingerprint } from '../random-token.ts';
import { giveBackToBucket, takeFromBucket } from './bucket.ts';
import {
  countMany,
  type Counting,
  type Forgiven,
  type Reading,
  type TakenAndRead,
  type Try,
} from './many-counters.ts';

export type { Counting, Reading };

/** So many points in so many seconds, counted from the first; or, with `refill`, at once, and each back after so long. */
export interface Limit {
  points: number;
  seconds: number;
  refill?: 'ONE_BY_ONE';
}

export interface RateLimits<Name extends string = string> {
  /**
   * Counts one try, or `points` of them. Null: go on; otherwise when to try again. Call before any transaction, or the
   * count rolls back.
   */
  take(limit: Name, key: string, points?: number): Promise<Date | null>;
  /** Takes one counted try back, or `points` of them: it turned out to be right. */
  giveBack(limit: Name, key: string, points?: number): Promise<void>;
  /** Counts one try under each of these keys at once, the same key as often as it is there: what `take` says of each. */
  takeEach(limit: Name, keys: string[]): Promise<(Date | null)[]>;
  /**
   * Counts one try under each of these limits by one statement, whether or not one of them refuses. Null: go on; otherwise
   * when to try again.
   */
  takeAll(tries: readonly Try<Name>[]): Promise<Date | null>;
  /** The same as a part of the statement that is to happen unless one of them refuses: see `jobs.enqueueIfAllowed`. */
  counting(tries: readonly Try<Name>[]): Counting;
  /**
   * Counts these, and `next` only where none of them refuses, and reads one row beside it, all by one statement. What is
   * read is of use only where nothing refused.
   */
  takeAndRead<Seen extends object>(
    tries: readonly Try<Name>[],
    next: Try<Name>,
    read: Reading,
  ): Promise<TakenAndRead<Seen>>;
  /**
   * Forgets what was counted under some, and takes one counted try back under others, none with `refill`: common table
   * expressions for a statement that has more to do.
   */
  forgiving(tries: Forgiven<Name>): Reading;
  /** How many tries are left under each of these keys, each named once; counts nothing. */
  left(limit: Name, keys: string[]): Promise<number[]>;
  /** Forgets what was counted under this key. */
  reset(limit: Name, key: string): Promise<void>;
  /**
   * The same counters within the running transaction of `em`: for what counts only once it is done. Whoever counts under
   * the same key waits for the commit.
   */
  withinTransaction(em: SqlEntityManager): RateLimits<Name>;
}

/** Counters in the database, so that all processes share them. Keys are keyed hashes of what was typed. */
export function createRateLimits<Name extends string>(
  em: () => SqlEntityManager,
  clock: Clock,
  secret: string,
  limits: Record<Name, Limit>,
): RateLimits<Name> {
  const limiters = new Map<Name, RateLimiterPostgres>();
  const limiter = (name: Name) => {
    const found = limiters.get(name) ?? createLimiter(em, name, limits[name]);
    limiters.set(name, found);
    return found;
  };
  const keyOf = (key: string) => fingerprint(secret, key);
  const bucketOf = (name: Name) => {
    const { points, seconds, refill }: Limit = limits[name];
    return refill ? { points, costMs: seconds * SECOND_MS } : null;
  };
  // As the limiters name theirs.
  const rowKey = (name: Name, key: string) => `${name}:${keyOf(key)}`;
  return {
    async take(name, key, points = 1) {
      const bucket = bucketOf(name);
      if (bucket) return takeFromBucket(em(), rowKey(name, key), bucket, { points, now: clock.now() });
      try {
        await limiter(name).consume(keyOf(key), points);
        return null;
      } catch (refusal) {
        // Anything but a refusal is a fault of the store: fail closed, by throwing.
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return new Date(clock.now().getTime() + refusal.msBeforeNext);
      }
    },
    async giveBack(name, key, points = 1) {
      const bucket = bucketOf(name);
      if (bucket) return giveBackToBucket(em(), rowKey(name, key), bucket, points);
      await limiter(name).reward(keyOf(key), points);
    },
    ...countMany(em, clock, { limits, rowKey }),
    async reset(name, key) {
      await limiter(name).delete(keyOf(key));
    },
    withinTransaction: (own) => createRateLimits(() => own, clock, secret, limits),
  };
}

function createLimiter(
  em: () => SqlEntityManager,
  name: string,
  { points, seconds }: Limit,
): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: {
      query: async ({ text, values }: { text: string; values: unknown[] }) => {
        const kysely = em().getKysely<unknown>();
        const result = await kysely.executeQuery({
          sql: text,
          parameters: values,
          query: { kind: 'RawNode', sqlFragments: [text], parameters: [] },
          queryId: { queryId: name },
        });
        return { rows: result.rows, rowCount: Number(result.numAffectedRows ?? result.rows.length) };
      },
    },
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  });
}
