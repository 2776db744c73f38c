import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../../platform/clock.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { deliverQueue } from './deliver-queue.ts';
import { IS_TIME, queueDeliveries } from './delivery-store.ts';

interface Tools {
  em: SqlEntityManager;
  clock: Clock;
  jobs: Jobs;
}

/**
 * Begins to send a message, in the running transaction: all its deliveries by one statement, the coach's own copy, and
 * the job that takes them.
 */
export async function startSending(tools: Tools, messageId: string): Promise<void> {
  await queueDeliveries(tools, messageId);
  await tools.jobs.enqueue(tools.em, deliverQueue, {});
}

const DUE = `select id from message where ${IS_TIME} order by scheduled_for limit 100`;
const TAKE = `update message set state = 'SENDING' where id = ? and ${IS_TIME} returning id`;

/** Scheduled messages whose time has come; each is taken once, by whoever is first. */
export async function startSendingDue(tools: Tools): Promise<void> {
  const now = tools.clock.now();
  const due = await tools.em.execute<{ id: string }[]>(DUE, [now]);
  for (const { id } of due)
    await tools.em.transactional(async (em) => {
      const inside = { ...tools, em: em };
      const taken = await inside.em.execute<unknown[]>(TAKE, [id, now]);
      if (taken.length > 0) await startSending(inside, id);
    });
}
