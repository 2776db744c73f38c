import { product } from './features.ts';
import { job, type Job } from './job.ts';
import type { Queue } from './platform/jobs/jobs.ts';
import type { Mechanisms } from './request-context.ts';

const housekeepingQueue: Queue<object> = { name: 'housekeeping' };

/** Removes what has run out and serves nobody any more, in every room. */
async function keepHouse(context: Mechanisms): Promise<void> {
  for (const purge of product.purge) await purge(context);
}

/** Once an hour, at a minute at which nothing else is due. */
export const housekeeping: Job = { ...job(housekeepingQueue, keepHouse), cron: '17 * * * *' };
