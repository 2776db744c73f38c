import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { fromKysely, fromPglite, PgBoss, systemClock, type Clock as JobClock } from 'pg-boss';
import { steadyNow } from '../clock.ts';
import { PATIENCE_MS, type Database } from '../database/connect.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Counting } from '../rate-limits/rate-limits.ts';
import { ConcurrentWork } from './concurrent-work.ts';
import { GIVEN_UP } from './given-up.ts';
import { mayBossMigrate } from './jobs-schema.ts';
import type { JobHandler, Queue } from './queue.ts';
import { settlerOf, type Settler } from './settle-job.ts';

export type { JobClock, JobHandler, Queue };

export interface Jobs {
  /** Puts a job into the running transaction of `em`: it exists if and only if that commits. */
  enqueue<Data extends object>(
    em: SqlEntityManager,
    queue: Queue<Data>,
    data: Data,
    /** In a wide queue: with whom it shares the few places that one may have. */
    group?: string,
  ): Promise<void>;
  /**
   * Counts, and puts the job in unless that refuses, both by one statement of its own. False: it was refused. For what
   * anybody may ask, where each round trip to the database is felt.
   */
  enqueueIfAllowed<Data extends object>(
    em: SqlEntityManager,
    counting: Counting,
    queue: Queue<Data>,
    data: Data,
  ): Promise<boolean>;
  /** Begins to do the jobs of these queues. */
  work(handlers: JobHandler[]): Promise<void>;
  /** Puts jobs that failed for good into their queues again: how many. */
  redoGivenUp(em: SqlEntityManager, ids: string[]): Promise<number>;
  stop(): Promise<void>;
}

export interface JobsOptions {
  database: Database;
  log: Log;
  metrics: Pick<Metrics, 'jobTried'>;
  queues: Queue<object>[];
  /** Makes pg-boss' own tables, or brings them up to date; else tables that are behind are a fault. */
  migrate: boolean;
  /** A clock that a test drives. */
  clock?: JobClock;
  /** How often the database is polled for jobs that no notification announces, such as retries. */
  pollEveryMs: number;
}

// With pauses that grow to five minutes. For ten days, so that a provider that is down or refuses us over a long weekend
// loses nothing; what carries something that people typed for one day.
const RETRIES = { retryDelay: 2, retryBackoff: true, retryDelayMax: 300 };
const TEN_DAYS = { retryLimit: 3_000, retentionSeconds: 12 * 86_400 };
const ONE_DAY = { retryLimit: 300, retentionSeconds: 2 * 86_400 };
/** What was given up is of use to nobody after so long. */
const KEPT = { retentionSeconds: 30 * 86_400 };
const KEEP = { deleteAfterSeconds: 3_600, expireInSeconds: 60 };
/** Read by the driver beneath pg-boss, which ends a connection that was silent for so long. */
const IN_TIME = { query_timeout: PATIENCE_MS };
const WORK = {
  batchSize: 10,
  // A provider that hangs must not hold up the letters behind it.
  localConcurrency: 2,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 1,
  perJobResults: true,
  includeMetadata: true,
} as const;

/** Jobs in the same database as everything else, handed over within milliseconds by LISTEN/NOTIFY. */
export async function createJobs(options: JobsOptions): Promise<Jobs> {
  const { database, log, clock, pollEveryMs } = options;
  const boss = new PgBoss({
    ...(database.embedded
      ? { db: fromPglite(database.embedded), backend: 'pglite' as const }
      : { connectionString: database.directUrl ?? '', max: 4, ...IN_TIME }),
    migrate: options.migrate || (await mayBossMigrate(database)),
    useListenNotify: true,
    // By the clock on the wall, a worker would sleep an hour when that is set back by one.
    clock: clock ?? { ...systemClock, now: steadyNow },
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue has a fault'));
  await boss.start();
  await makeQueues(boss, options.queues);
  const wide = new Map<string, ConcurrentWork>();
  return {
    async enqueue(em, queue, data, group) {
      const options = { db: fromKysely(em.getKysely<unknown>()), ...(group ? { group: { id: group } } : {}) };
      await boss.send(queue.name, data, options);
      wide.get(queue.name)?.lookSoon();
    },
    async enqueueIfAllowed(em, counting, queue, data) {
      const db = fromKysely(em.getKysely<unknown>());
      const counted = {
        executeSql: (sql: string, [jobs]: unknown[] = []) => insertIfAllowed(db, counting, sql, jobs),
      };
      const id = await boss.send(queue.name, data, { db: counted });
      if (id !== null) wide.get(queue.name)?.lookSoon();
      return id !== null;
    },
    async work(handlers) {
      for (const own of handlers) {
        const { queue, cron } = own;
        if (cron) await boss.schedule(queue.name, cron);
        const settleOne = settlerOf(options, boss, own);
        const work = { boss, queue: queue.name, log, pollEveryMs };
        if (queue.isHighConcurrency) wide.set(queue.name, new ConcurrentWork(work, settleOne));
        else await workInBatches(boss, queue, settleOne, pollEveryMs);
      }
    },
    async redoGivenUp(em, ids) {
      if (ids.length === 0) return 0;
      return boss.redrive(GIVEN_UP, { ids, db: fromKysely(em.getKysely<unknown>()) });
    },
    async stop() {
      await Promise.all([...wide.values()].map((work) => work.end()));
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

/** A job that failed for good goes to those that are given up, unless it carries what people typed, or nothing. */
async function makeQueues(boss: PgBoss, queues: Queue<object>[]): Promise<void> {
  await boss.createQueue(GIVEN_UP, KEPT);
  for (const { name, deletesWhenDone } of queues) {
    const patience = deletesWhenDone ? ONE_DAY : TEN_DAYS;
    await boss.createQueue(name, { notify: true, ...RETRIES, ...patience, ...KEEP });
  }
  // One that was here before stays as it was made.
  const made = new Map((await boss.getQueues()).map((queue) => [queue.name, queue.deadLetter ?? null]));
  for (const { name, deletesWhenDone, isSignal } of queues) {
    const deadLetter = deletesWhenDone || isSignal ? null : GIVEN_UP;
    if (made.get(name) !== deadLetter) await boss.updateQueue(name, { deadLetter });
  }
}

const JOBS = '$1::text::json';

/** The statement of pg-boss that inserts jobs, before which something is counted: refused, there are none to insert. */
function insertIfAllowed(
  db: ReturnType<typeof fromKysely>,
  { sql, values }: Counting,
  insert: string,
  jobs: unknown,
) {
  const [start, end, ...more] = insert.split(JOBS);
  const rest = start?.trimStart().replace(/^WITH /, `with ${sql('$2', '$3')}, `);
  // Seen with pg-boss 12.38: one common table expression, which reads its jobs from one parameter.
  if (!rest?.startsWith('with ') || end === undefined || more.length > 0)
    throw new Error('pg-boss inserts jobs by another statement than it did');
  const allowed = `(select case when yes then $1::text else '[]' end from allowed)::json`;
  return db.executeSql(`${rest}${allowed}${end}`, [jobs, ...values]);
}

async function workInBatches(
  boss: PgBoss,
  queue: Queue<object>,
  settleOne: Settler,
  pollEveryMs: number,
): Promise<void> {
  const often = { ...WORK, notifyPollingIntervalSeconds: pollEveryMs / 1_000 };
  await boss.work(queue.name, often, async (jobs) => {
    const [first] = jobs;
    if (!queue.isSignal || !first) return Promise.all(jobs.map(settleOne));
    const outcome = await settleOne(first);
    return jobs.map(({ id }) => ({ ...outcome, id }));
  });
}
