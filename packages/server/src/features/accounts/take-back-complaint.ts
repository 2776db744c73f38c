import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../platform/clock.ts';

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
          and kind in ('USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED')))`;

/**
 * At each login, in its transaction. A complaint is the client's own to lift, and at the login helper anybody may ask in
 * their name, their coach too: who then comes in by the letter, or in the browser that asked for it, is the client.
 */
export async function takeBackComplaint(
  { em, clock }: { em: SqlEntityManager; clock: Clock },
  { accountId, byLetter, browserHash }: Arrival,
): Promise<void> {
  const now = clock.now();
  await em.execute(TAKE_BACK, [now, now, accountId, byLetter, browserHash]);
}
