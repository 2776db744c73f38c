import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { DAY_MS } from '../clock.ts';
import { speaking } from '../language/say.ts';
import { classOf, type Log } from '../log.ts';
import { JOB_OUTCOMES, type JobOutcome, type Metrics } from '../metrics/metrics.ts';
import type { Outcome } from './concurrent-work.ts';
import type { JobHandler } from './queue.ts';

interface Tools {
  log: Log;
  metrics: Pick<Metrics, 'jobTried'>;
}

export type Settler = (job: JobWithMetadata<unknown>) => Promise<Outcome & { id: string }>;

/** Does one job by itself: a bad one does not run its whole batch again. */
export function settlerOf({ log, metrics }: Tools, boss: PgBoss, own: JobHandler): Settler {
  const { queue, handle, isHopeless, lifeMs = DAY_MS } = own;
  const { name, deletesWhenDone } = queue;
  const tried = (outcome: JobOutcome) => metrics.jobTried(name, outcome);
  // A first one is seen as one more only where there was none before.
  for (const outcome of JOB_OUTCOMES) metrics.jobTried(name, outcome, 0);
  // Done is done: what can't be removed now goes with the rest in an hour.
  const forget = (id: string) =>
    boss.deleteJob(name, id).catch((error: unknown) => log.warn({ err: error }, 'a job that is done stays'));

  /** It will not be tried again: kept for the operator, unless it carries what somebody typed. */
  async function giveUp(id: string, fault: string): Promise<Outcome & { id: string }> {
    if (deletesWhenDone) {
      tried('dropped');
      log.error({ queue: name, job: id, fault }, 'a job was dropped');
      await forget(id);
    } else {
      tried('given_up');
      log.error({ queue: name, job: id, fault }, 'a job was given up');
    }
    return { id, status: 'deadletter', output: { fault } };
  }

  return async (job) => {
    const { id, data, retryCount, retryLimit } = job;
    // Both by the clock of the database.
    const ageMs = job.startedOn.getTime() - job.createdOn.getTime();
    if (deletesWhenDone && ageMs > lifeMs) return giveUp(id, 'TooOld');
    try {
      // Whatever request woke this: what a job writes down is English, and each letter says whose language it takes.
      await speaking('en', () => handle(data as object, { id, firstTry: retryCount === 0 }));
      tried('done');
      if (deletesWhenDone) await forget(id);
      return { id, status: 'completed' };
    } catch (error) {
      // The operator sees each failing job; what it carries stays out of the log.
      log.error({ err: error, queue: name, job: id, attempt: retryCount + 1 }, 'a job failed');
      tried('failed');
      const fault = classOf(error);
      if (isHopeless?.(error) || retryCount >= retryLimit) return giveUp(id, fault);
      return { id, status: 'failed', output: { fault } };
    }
  };
}
