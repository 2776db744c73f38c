import type { Account } from '../../accounts/index.ts';
import type { Mechanisms } from '../../../request-context.ts';

const STARTED_OVER = `
  select 1 from access_change where account_id = ? and kind = 'FRESH_START' and ended_as = 'DONE' limit 1`;

/**
 * Whether somebody has ever logged in to this account. After a fresh start the client has to come in anew, but what is in
 * the account is theirs still: a coach who could set its address now could take it over.
 */
export async function hasEverRegistered(
  { em }: Pick<Mechanisms, 'em'>,
  { id, registeredAt }: Pick<Account, 'id' | 'registeredAt'>,
): Promise<boolean> {
  return registeredAt != null || (await em.execute<unknown[]>(STARTED_OVER, [id])).length > 0;
}
