import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Queue } from './jobs.ts';

/** Later than anything that is not released ever begins. */
const NEVER = new Date('9000-01-01T00:00:00Z');
const AT_ONCE = new Date(0);

const FORGET = `
  delete from pgboss.job where name = any(string_to_array(?, ',')) and state < 'completed'`;

// Not its first try: whoever does it asks first whether an earlier one was enough.
const HOLD = `
  update pgboss.job set state = 'retry', retry_count = greatest(retry_count, 1), start_after = ?
   where name = any(string_to_array(?, ',')) and state < 'completed' returning id`;

/**
 * Holds what waits in these queues, in the running transaction: how many. What carries what people typed is not kept for
 * so long, and what only signals that something waits does no harm.
 */
export async function holdJobs(em: SqlEntityManager, queues: Queue<object>[]): Promise<number> {
  const names = (wanted: (queue: Queue<object>) => boolean) =>
    queues
      .filter(wanted)
      .map(({ name }) => name)
      .join();
  await em.execute(FORGET, [names(({ deletesWhenDone }) => deletesWhenDone === true)]);
  const kept = names(({ deletesWhenDone, isSignal }) => !deletesWhenDone && !isSignal);
  return (await em.execute<unknown[]>(HOLD, [NEVER, kept])).length;
}

const RELEASE = `update pgboss.job set start_after = ? where state = 'retry' and start_after = ? returning id`;

export async function releaseJobs(em: SqlEntityManager): Promise<number> {
  return (await em.execute<unknown[]>(RELEASE, [AT_ONCE, NEVER])).length;
}
