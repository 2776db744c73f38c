import { recordAccessEvent } from '../../accounts/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { RequestContext } from '../../../request-context.ts';
import { endSession } from './session-store.ts';

/** Ends this session on the server and in the browser; true also when nobody was logged in. */
export async function logOut(context: RequestContext): Promise<boolean> {
  const { viewer } = context;
  if (viewer)
    await inTransaction(context, async ({ em, clock, device, browserHash }) => {
      await endSession({ em }, viewer.session.id);
      const accountId = viewer.account.id;
      await recordAccessEvent(em, clock, {
        accountId,
        kind: 'LOGGED_OUT',
        actor: 'OWNER',
        device,
        browserHash,
      });
    });
  context.cookies.clearSession();
  context.viewer = null;
  return true;
}
