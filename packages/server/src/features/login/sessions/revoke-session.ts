import { recordAccessEvent, type MyAccountChanged } from '../../accounts/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { isId } from '../../../platform/graphql/connection.types.ts';
import { FieldError, InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { reloadedAccount } from './reloaded-account.ts';
import { lockAccountOfSession } from './lock-own-session.ts';
import { endSessions } from './session-store.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

const THIS_ONE = () => say().myAccount.thisIsTheSessionYouAreUsing;
const NOT_THERE = () => say().myAccount.thereIsNoSuchLoginItMay;

/** Ends one other session of this account, for good. Somebody else's is answered as if there were none. */
export async function revokeSession(
  context: RequestContext,
  viewer: Viewer,
  { id }: { id: string },
): Promise<MyAccountChanged | InvalidInput> {
  if (id === viewer.session.id) return new InvalidInput([new FieldError('id', THIS_ONE())]);
  const ended = isId(id) && (await end(context, viewer, { only: id }));
  return ended ? reloadedAccount(context) : new InvalidInput([new FieldError('id', NOT_THERE())]);
}

/** Ends every session of this account but the one that asks. */
export async function revokeOtherSessions(
  context: RequestContext,
  viewer: Viewer,
): Promise<MyAccountChanged> {
  await end(context, viewer, { allBut: viewer.session.id });
  return reloadedAccount(context);
}

/** One row in the diary, however many end; none where none was there. */
function end(
  context: RequestContext,
  viewer: Viewer,
  which: { only: string } | { allBut: string },
): Promise<boolean> {
  const { account } = viewer;
  return inTransaction(context, async ({ em, clock, device, browserHash }) => {
    await lockAccountOfSession(em, viewer);
    if ((await endSessions({ em }, account.id, which)) === 0) return false;
    const by = { actor: 'OWNER', device, browserHash } as const;
    await recordAccessEvent(em, clock, { accountId: account.id, kind: 'SESSION_REVOKED', ...by });
    return true;
  });
}
