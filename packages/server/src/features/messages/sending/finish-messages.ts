import type { Mechanisms } from '../../../request-context.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock'>;

const DONE = `
  update message m set state = 'SENT', sent_at = coalesce(sent_at, ?)
   where m.state = 'SENDING'
     and not exists (select 1 from delivery d where d.message_id = m.id and d.state = 'QUEUED' and not d.is_copy)`;

/** Messages whose last delivery is done are sent: those of a worker that died before it said so are found too. */
export async function finishMessages({ em, clock }: Tools): Promise<void> {
  await em.execute(DONE, [clock.now()], 'run');
}

/** The same of these messages alone: after each batch, whatever else is under way. */
export async function finishMessagesOf({ em, clock }: Tools, messageIds: string[]): Promise<void> {
  const these = `${DONE} and m.id = any(string_to_array(?, ',')::uuid[])`;
  await em.execute(these, [clock.now(), messageIds.join()], 'run');
}
