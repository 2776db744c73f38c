import { endAccessChanges, type MyAccountChanged } from '../accounts/index.ts';
import { reloadedAccount, lockAccountOfSession } from '../login/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Viewer } from '../../viewer.ts';

/** The owner ends every email change that waits, their own and the coach's proposal. Allowed with read-only access too. */
export function cancelEmailChange(context: RequestContext, viewer: Viewer): Promise<MyAccountChanged> {
  return cancel(context, viewer, 'EMAIL_CHANGE');
}

/** One click in any living session is enough. */
export function cancelMyFreshStart(context: RequestContext, viewer: Viewer): Promise<MyAccountChanged> {
  return cancel(context, viewer, 'FRESH_START');
}

async function cancel(
  context: RequestContext,
  viewer: Viewer,
  kind: 'EMAIL_CHANGE' | 'FRESH_START',
): Promise<MyAccountChanged> {
  await inTransaction(context, async (inside) => {
    await lockAccountOfSession(inside.em, viewer);
    await endAccessChanges(inside, { accountId: viewer.account.id, as: 'CANCELLED', kind, actor: 'OWNER' });
  });
  return reloadedAccount(context);
}
