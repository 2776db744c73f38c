import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Log } from '../log.ts';

/** What became of a job. */
export interface Outcome {
  status: 'completed' | 'failed' | 'deadletter';
  output?: object;
}

/** Jobs that may run at once in this process. */
const PLACES = 100;
/** A job that takes longer no longer counts against PLACES. */
const PATIENCE_MS = 1_000;
/** Jobs that may run at once, the slow ones included. */
const MOST = 500;
/** Of one group, over all processes: all that strangers can have mailed to one account at once, and its owner's besides. */
const PER_GROUP = 12;
/** How many times more often than other queues this one is polled: no notification reaches it. */
const AS_OFTEN = 4;
/** After something was put in here, whose transaction may still have to end. */
const SOON_MS = [0, 10, 40];
const ENDING_MS = 10_000;
const NO_MORE_TRIES = `update pgboss.job set retry_limit = retry_count where name = $1 and id = $2`;

/**
 * Jobs that wait for somebody else most of their time: many at once, each begun as soon as there is a place and none
 * waiting for another to end. What hangs gives its place back, and one group never fills the places of the others.
 */
export class ConcurrentWork {
  readonly #boss: PgBoss;
  readonly #queue: string;
  readonly #log: Log;
  readonly #settle: (job: JobWithMetadata<unknown>) => Promise<Outcome>;
  readonly #running = new Map<Promise<void>, number>();
  readonly #timer: NodeJS.Timeout;
  #looking = false;
  #again = false;
  #ended = false;

  constructor(
    { boss, queue, log, pollEveryMs }: { boss: PgBoss; queue: string; log: Log; pollEveryMs: number },
    settle: (job: JobWithMetadata<unknown>) => Promise<Outcome>,
  ) {
    this.#boss = boss;
    this.#queue = queue;
    this.#log = log;
    this.#settle = settle;
    this.#timer = setInterval(() => void this.#look(), pollEveryMs / AS_OFTEN);
  }

  /** Something was put in. */
  lookSoon(): void {
    for (const ms of SOON_MS) setTimeout(() => void this.#look(), ms);
  }

  /** Takes nothing more, and waits a while for what is under way. */
  async end(): Promise<void> {
    this.#ended = true;
    clearInterval(this.#timer);
    const patience = new Promise((resolve) => setTimeout(resolve, ENDING_MS).unref());
    await Promise.race([Promise.all(this.#running.keys()), patience]);
  }

  get #free(): number {
    const since = performance.now() - PATIENCE_MS;
    const quick = [...this.#running.values()].filter((begun) => begun > since).length;
    return this.#ended ? 0 : Math.min(PLACES - quick, MOST - this.#running.size);
  }

  async #look(): Promise<void> {
    this.#again = true;
    if (this.#looking) return;
    this.#looking = true;
    try {
      while (this.#again && this.#free > 0) {
        this.#again = false;
        const wanted = { batchSize: this.#free, includeMetadata: true, groupConcurrency: PER_GROUP } as const;
        const jobs = await this.#boss.fetch(this.#queue, wanted);
        for (const job of jobs) this.#begin(job);
      }
    } catch (error) {
      this.#log.error({ err: error, queue: this.#queue }, 'the job queue has a fault');
    } finally {
      this.#looking = false;
    }
  }

  #begin(job: JobWithMetadata<unknown>): void {
    const done = this.#finish(job)
      .catch((error: unknown) =>
        this.#log.error({ err: error, queue: this.#queue }, 'the job queue has a fault'),
      )
      .finally(() => {
        this.#running.delete(done);
        void this.#look();
      });
    this.#running.set(done, performance.now());
  }

  async #finish(job: JobWithMetadata<unknown>): Promise<void> {
    const { status, output } = await this.#settle(job);
    if (status === 'completed') await this.#boss.complete(this.#queue, job);
    else if (status === 'failed') await this.#boss.fail(this.#queue, job, output);
    else await this.#giveUp(job, output);
  }

  /** For good, where pg-boss has a way of its own only for jobs that it hands out itself. */
  async #giveUp(job: JobWithMetadata<unknown>, output: object | undefined): Promise<void> {
    await this.#boss.getDb().executeSql(NO_MORE_TRIES, [this.#queue, job.id]);
    await this.#boss.fail(this.#queue, job, output);
  }
}
