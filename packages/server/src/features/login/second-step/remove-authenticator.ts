import { type MyAccountChanged, tellOwner } from '../../accounts/index.ts';
import { Authenticator } from './authenticator.entity.ts';
import { tidySecondSteps } from './end-second-steps.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { FieldError, InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { reloadedAccount, lockAccountOfSession } from '../sessions/index.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

/** Takes the app away, and with the last second step the recovery codes that stood in for it. */
export async function removeAuthenticator(
  context: RequestContext,
  viewer: Viewer,
): Promise<MyAccountChanged | InvalidInput> {
  const accountId = viewer.account.id;
  const removed = await inTransaction(context, async (inside) => {
    await lockAccountOfSession(inside.em, viewer);
    const gone = await inside.em.nativeDelete(Authenticator, {
      account: accountId,
      confirmedAt: { $ne: null },
    });
    if (gone === 0) return false;
    await tidySecondSteps(inside.em, accountId);
    await tellOwner(inside, accountId, { event: 'SECOND_STEP_REMOVED', letter: 'SECOND_STEP_REMOVED' });
    return true;
  });
  if (removed) return reloadedAccount(context);
  return new InvalidInput([
    new FieldError('authenticator', say().myAccount.yourAccountHasNoAuthenticatorApp),
  ]);
}
