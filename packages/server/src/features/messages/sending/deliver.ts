import { DeliveryRun } from './delivery-run.ts';
import { finishMessages } from './finish-messages.ts';
import { deliverQueue } from './deliver-queue.ts';
import type { Deliverer } from './settle-delivery.ts';

/** The one of each process, by what tells that process to end. */
const runs = new WeakMap<AbortSignal, DeliveryRun>();

/**
 * Takes what is due until nothing is: any number of workers at once, each delivery by one of them. In a process one run
 * does it all, and a job that comes meanwhile has it look again. A worker that dies leaves its claims to run out, and then
 * the provider is asked before anything is sent again. One that is told to end finishes the mails that are on their way
 * and gives the others back.
 */
export async function deliverDue(open: () => Deliverer, ending: AbortSignal): Promise<void> {
  if (runs.get(ending)?.lookAgain()) return;
  const run = new DeliveryRun(open, ending);
  runs.set(ending, run);
  const isMoreDue = await run.done;
  const worker = open();
  await finishMessages(worker);
  if (isMoreDue) await worker.jobs.enqueue(worker.em, deliverQueue, {});
}
