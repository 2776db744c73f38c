import { DAY_MS, later } from '../../../platform/clock.ts';
import { say } from '../../../platform/language/say.ts';
import type { Mechanisms } from '../../../request-context.ts';

/** A provider shows for so long what it has taken. */
const SHOWN_MS = 2 * DAY_MS;

// It may have gone before the time of which the provider still tells.
const HOLD = `
  update delivery set state = 'HELD', reason = ?, held_until = null, claimed_until = null, updated_at = ?
   where (state = 'QUEUED' or (state = 'HELD' and held_until is not null)) and next_attempt_at <= ? returning id`;

const DOUBT = `
  update delivery set uncertain_since = ?, asks = 0, claimed_until = null
   where state = 'QUEUED' or (state = 'HELD' and held_until is not null) returning id`;

/**
 * After a backup was restored: of each mail that waits the provider is asked before anything is sent, as after an answer
 * that got lost. One that is too old to ask about is for its coach to send. How many of each.
 */
export async function doubtDeliveries({
  em,
  clock,
}: Pick<Mechanisms, 'em' | 'clock'>): Promise<{ asked: number; held: number }> {
  const now = clock.now();
  const words = say().messages.thisCameBackFromABackup;
  const held = await em.execute<unknown[]>(HOLD, [words, now, later(now, -SHOWN_MS)]);
  const asked = await em.execute<unknown[]>(DOUBT, [now]);
  return { asked: asked.length, held: held.length };
}
