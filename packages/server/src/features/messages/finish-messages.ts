import type { Mechanisms } from '../../request-context.ts';

const DONE = `
  update message m set state = 'SENT', sent_at = coalesce(sent_at, ?)
   where m.state = 'SENDING'
     and not exists (select 1 from delivery d where d.message_id = m.id and d.state = 'QUEUED' and not d.is_copy)`;

/** Messages whose last delivery is done are sent. */
export async function finishMessages({ em, clock }: Pick<Mechanisms, 'em' | 'clock'>): Promise<void> {
  await em.execute(DONE, [clock.now()], 'run');
}
