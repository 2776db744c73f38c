import { type MyAccountChanged, tellOwner } from '../../accounts/index.ts';
import { Passkey } from './passkey.entity.ts';
import { tidySecondSteps } from '../second-step/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { isId } from '../../../platform/graphql/connection.types.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { FieldError, InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { reloadedAccount, lockAccountOfSession } from '../sessions/index.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

/** Takes one passkey away, at once: a login that it has begun does not come to an end. */
export async function removePasskey(
  context: RequestContext,
  viewer: Viewer,
  id: string,
): Promise<MyAccountChanged | InvalidInput> {
  const invalid = checkText({ field: 'id', text: id, max: 36, fault: () => (isId(id) ? null : NO_SUCH()) });
  if (invalid) return invalid;
  const removed = await inTransaction(context, (inside) => remove(inside, viewer, id));
  return removed ? reloadedAccount(context) : new InvalidInput([new FieldError('id', NO_SUCH())]);
}

export const NO_SUCH = () => say().myAccount.youHaveNoSuchPasskeyAnyMore;

async function remove(context: RequestContext, viewer: Viewer, id: string): Promise<boolean> {
  const { em } = context;
  const accountId = viewer.account.id;
  await lockAccountOfSession(em, viewer);
  if ((await em.nativeDelete(Passkey, { id, account: accountId })) === 0) return false;
  await tidySecondSteps(em, accountId);
  await tellOwner(context, accountId, { event: 'PASSKEY_REMOVED', letter: 'PASSKEY_REMOVED' });
  return true;
}
