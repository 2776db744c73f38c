import { noteLastLinks } from '../../accounts/index.ts';
import { say } from '../../../platform/language/say.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { finishMessages } from './finish-messages.ts';

const STOP = `update message set state = 'CANCELLED' where coach_id = ? and state = 'SCHEDULED' returning id`;

// What was handed to the provider is settled with it.
const HOLD = `
  update delivery d set state = 'HELD', reason = ?, held_until = null, claimed_until = null, updated_at = ?
    from message m
   where m.id = d.message_id and m.coach_id = ? and d.uncertain_since is null
     and (d.state = 'QUEUED' or (d.state = 'HELD' and d.held_until is not null))
  returning d.client_id as "clientId"`;

/**
 * Nothing of a coach who is deactivated goes by itself any more, also not once they are let in again: what was scheduled
 * is stopped, what was queued is held. In the running transaction. How many of each.
 */
export async function stopMessagesOf(
  { em, clock }: Pick<Mechanisms, 'em' | 'clock'>,
  coachId: string,
): Promise<{ messages: number; deliveries: number }> {
  const stopped = await em.execute<unknown[]>(STOP, [coachId]);
  const words = say().messages.yourAccountWasDeactivatedBefore;
  const held = await em.execute<{ clientId: string }[]>(HOLD, [words, clock.now(), coachId]);
  await noteLastLinks(
    { em },
    held.map(({ clientId }) => clientId),
  );
  await finishMessages({ em, clock });
  return { messages: stopped.length, deliveries: held.length };
}
