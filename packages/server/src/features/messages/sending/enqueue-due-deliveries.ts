import type { Mechanisms } from '../../../request-context.ts';
import { deliverQueue } from './deliver-queue.ts';

const IS_DUE = `
  select exists (select 1 from message where state = 'SCHEDULED' and scheduled_for <= ?)
      or exists (select 1 from delivery where state = 'HELD' and held_until <= ?)
      or (not exists (select 1 from mail_pause where until > ?)
          and exists (select 1 from delivery where state = 'QUEUED' and next_attempt_at <= ?
                         and (claimed_until is null or claimed_until <= ?))) as is_due`;

/** Queues one delivery job if anything has come due: a schedule, a pause that is over (of one mail, or of all), an hour for which a mail was held, a claim that ran out. */
export async function enqueueDueDeliveries({
  em,
  clock,
  jobs,
}: Pick<Mechanisms, 'em' | 'clock' | 'jobs'>): Promise<void> {
  const now = clock.now();
  const [row] = await em.execute<{ is_due: boolean }[]>(IS_DUE, [now, now, now, now, now]);
  if (row?.is_due) await jobs.enqueue(em, deliverQueue, {});
}
