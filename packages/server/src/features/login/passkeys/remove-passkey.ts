import {
  TYPED_MAX,
  type SecondStepNeeded,
  type CurrentPasswordWrong,
  type MyAccountChanged,
  tellOwner,
} from '../../accounts/index.ts';
import { Passkey } from './passkey.entity.ts';
import { tidySecondSteps, askFreshStep } from '../second-step/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { isId } from '../../../platform/graphql/connection.types.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import {
  FieldError,
  InvalidInput,
  type TooManyAttempts,
} from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { changed, lockOwnSession } from '../sessions/index.ts';
import { hasJustLoggedIn, proveByPassword } from '../password/index.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

interface Input {
  id: string;
  currentPassword: string | null;
}

type Outcome = MyAccountChanged | SecondStepNeeded | InvalidInput | CurrentPasswordWrong | TooManyAttempts;

/** Takes one passkey away, at once: a login that it has begun does not come to an end. */
export async function removePasskey(
  context: RequestContext,
  viewer: Viewer,
  { id, currentPassword }: Input,
): Promise<Outcome> {
  const invalid = checkText(
    { field: 'id', text: id, max: 36, fault: () => (isId(id) ? null : NO_SUCH()) },
    { field: 'currentPassword', text: currentPassword ?? '', max: TYPED_MAX.password, mayBeEmpty: true },
  );
  if (invalid) return invalid;
  if (!hasJustLoggedIn(context, viewer)) {
    const refused = await proveByPassword(context, viewer, currentPassword);
    if (refused) return refused;
  }
  const needed = await askFreshStep(context, viewer);
  if (needed) return needed;
  const removed = await inTransaction(context, (inside) => remove(inside, viewer, id));
  return removed ? changed(context) : new InvalidInput([new FieldError('id', NO_SUCH())]);
}

export const NO_SUCH = () => say`You have no such passkey (any more).`;

async function remove(context: RequestContext, viewer: Viewer, id: string): Promise<boolean> {
  const { em } = context;
  const accountId = viewer.account.id;
  await lockOwnSession(em, viewer);
  if ((await em.nativeDelete(Passkey, { id, account: accountId })) === 0) return false;
  await tidySecondSteps(em, accountId);
  await tellOwner(context, accountId, { event: 'PASSKEY_REMOVED', letter: 'PASSKEY_REMOVED' });
  return true;
}
