import { Account } from '../accounts/index.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Viewer } from '../../viewer.ts';

/** When this account will be gone; null when nobody has ended it. */
export async function findDeletion({ em }: RequestContext, { account }: Viewer): Promise<Date | null> {
  const found = await em.findOne(Account, { id: account.id }, { fields: ['deleteAt'] });
  return found?.deleteAt ?? null;
}
