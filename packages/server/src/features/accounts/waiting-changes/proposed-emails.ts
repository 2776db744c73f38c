import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../../platform/clock.ts';

const PROPOSED = `
  select distinct account_id from access_change
   where account_id = any(string_to_array(?, ',')::uuid[]) and kind = 'EMAIL_CHANGE' and asked_by = 'COACH'
     and ended_at is null and expires_at > ?`;

/**
 * Those of these accounts for whom a coach has proposed a new address that is not confirmed yet. Meanwhile no coach's
 * message carries a login link to them; a change that the owner asked for themselves is their own business.
 */
export async function accountsWithProposedEmail(
  { em, clock }: { em: SqlEntityManager; clock: Clock },
  accountIds: string[],
): Promise<Set<string>> {
  const rows = await em.execute<{ account_id: string }[]>(PROPOSED, [accountIds.join(), clock.now()]);
  return new Set(rows.map((row) => row.account_id));
}
