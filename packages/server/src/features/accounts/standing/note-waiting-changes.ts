import type { SqlEntityManager } from '@mikro-orm/postgresql';

const NOTE = `
  update account set
    proposal_ends_at = (select max(c.expires_at) from access_change c
                         where c.account_id = account.id and c.kind = 'EMAIL_CHANGE' and c.asked_by = 'COACH'
                           and c.ended_at is null),
    fresh_start_waits = exists (select 1 from access_change c
                                 where c.account_id = account.id and c.kind = 'FRESH_START' and c.ended_at is null)
   where id = ?`;

/** Which changes that the coach asked for wait for this client. Called with every change that begins or ends, under the account's lock. */
export async function noteWaitingChanges(em: SqlEntityManager, accountId: string): Promise<void> {
  await em.execute(NOTE, [accountId], 'run');
}
