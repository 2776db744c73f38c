import type { Mechanisms } from '../../../request-context.ts';
import { deliverQueue } from './deliver-queue.ts';
import { isAnythingDue } from './delivery-store.ts';

/** Queues one delivery job if anything has come due. */
export async function enqueueDueDeliveries(tools: Pick<Mechanisms, 'em' | 'clock' | 'jobs'>): Promise<void> {
  if (await isAnythingDue(tools)) await tools.jobs.enqueue(tools.em, deliverQueue, {});
}
