import type { Mechanisms } from '../../../request-context.ts';
import { endAccessChanges } from './end-access-changes.ts';

const WAITING = 'select distinct account_id as id from access_change where ended_at is null order by 1';

/** Every change that waits is off, as its coach and its owner are told, in the running transaction: for how many accounts. */
export async function withdrawAllChanges(tools: Pick<Mechanisms, 'em' | 'clock' | 'jobs'>): Promise<number> {
  const accounts = await tools.em.execute<{ id: string }[]>(WAITING);
  for (const { id } of accounts)
    await endAccessChanges(tools, { accountId: id, as: 'WITHDRAWN', actor: 'SYSTEM' });
  return accounts.length;
}
