import { endAccessChanges, lockAccount, type Viewer } from '../accounts/index.ts';
import { changed, type MyAccountChanged } from '../my-account/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { RequestContext } from '../../request-context.ts';

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
  { account }: Viewer,
  kind: 'EMAIL_CHANGE' | 'FRESH_START',
): Promise<MyAccountChanged> {
  await inTransaction(context, async (inside) => {
    await lockAccount(inside.em, account.id);
    await endAccessChanges(inside, { accountId: account.id, as: 'CANCELLED', kind, actor: 'OWNER' });
  });
  return changed(context);
}
