import { product } from './features.ts';
import { job, type Job, type JobContext } from './job.ts';
import { SECOND_MS, steadyNow } from './platform/clock.ts';
import type { Queue } from './platform/jobs/jobs.ts';
import type { Purge } from './purge.ts';

const housekeepingQueue: Queue<object> = { name: 'housekeeping' };

/** For so long one kind is removed before the next one has its turn; all of them together are shorter than a job may take. */
const TURN_MS = 2 * SECOND_MS;

/**
 * Removes what has run out, in every room: in batches, each kind by itself, so that one that fails or is much holds up
 * none of the others. What is left goes on in a job of its own.
 */
async function keepHouse(worker: JobContext): Promise<void> {
  const faults: unknown[] = [];
  let isLeft = false;
  for (const purge of product.purge) {
    try {
      if (!(await untilItsTurnIsOver(worker, purge))) isLeft = true;
    } catch (error) {
      worker.log.error({ err: error, what: purge.what }, 'what has run out could not be removed');
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some of the housekeeping was not done');
  if (isLeft) await worker.jobs.enqueue(worker.em, housekeepingQueue, {});
}

/** True: nothing is left of it. */
async function untilItsTurnIsOver(worker: JobContext, purge: Purge): Promise<boolean> {
  const begun = steadyNow();
  while (!(await purge.batch(worker.withOwnEm())))
    if (worker.ending.aborted || steadyNow() - begun > TURN_MS) return false;
  return true;
}

/** Once an hour, at a minute at which nothing else is due. */
export const housekeeping: Job = { ...job(housekeepingQueue, keepHouse), cron: '17 * * * *' };
