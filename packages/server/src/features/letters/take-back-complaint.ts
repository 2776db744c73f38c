import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../platform/clock.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { liftSuppressionQueue } from './lift-suppression.ts';

interface Arrival {
  accountId: string;
  /** They came in by what stands in a letter. */
  byLetter: boolean;
  browserHash: string | null;
}

const TAKE_BACK = `
  update account set email_state = 'DELIVERED', email_state_at = ?, own_letter_arrived_at = ?
   where id = ? and email_state = 'COMPLAINED'
     and (?::boolean or exists (
       select 1 from access_event
        where account_id = account.id and browser_hash = ? and at >= account.email_state_at
          and kind in ('USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED')))
  returning id`;

/**
 * At each login, in its transaction. A complaint is the client's own to lift, and at the login helper anybody may ask in
 * their name, their coach too: who then comes in by the letter, or in the browser that asked for it, is the client. The
 * provider is told too: after that letter the complaint may stand there again.
 */
export async function takeBackComplaint(
  { em, clock, jobs }: { em: SqlEntityManager; clock: Clock; jobs: Jobs },
  { accountId, byLetter, browserHash }: Arrival,
): Promise<void> {
  const now = clock.now();
  const values = [now, now, accountId, byLetter, browserHash];
  const takenBack = await em.execute<unknown[]>(TAKE_BACK, values);
  if (takenBack.length > 0) await jobs.enqueue(em, liftSuppressionQueue, { accountId, mark: 'COMPLAINED' });
}
