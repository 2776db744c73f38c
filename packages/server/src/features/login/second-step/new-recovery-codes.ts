import { tellOwner } from '../../accounts/index.ts';
import { keepRecoveryCodes, makeRecoveryCodes } from './recovery-codes.ts';
import { secondStepsOf } from './second-steps-of.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { FieldError, InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { lockAccountOfSession } from '../sessions/index.ts';
import { RecoveryCodes } from './second-step-settings.types.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

/** Ten new ones in the place of all that there were. They stand in for a second step, so there has to be one. */
export async function newRecoveryCodes(
  context: RequestContext,
  viewer: Viewer,
): Promise<RecoveryCodes | InvalidInput | TooManyAttempts> {
  const accountId = viewer.account.id;
  const retryAt = await context.limits.take('secondStepChangesPerAccount', accountId);
  if (retryAt) return new TooManyAttempts(retryAt);
  const fresh = await makeRecoveryCodes(context.passwords);
  const kept = await inTransaction(context, async (inside) => {
    await lockAccountOfSession(inside.em, viewer);
    const { methods } = await secondStepsOf(inside.em, accountId);
    if (methods.length === 0) return false;
    await keepRecoveryCodes(inside.em, accountId, fresh);
    await tellOwner(inside, accountId, { event: 'SECOND_STEP_ADDED', letter: 'RECOVERY_CODES_MADE' });
    return true;
  });
  return kept
    ? new RecoveryCodes(fresh.shown)
    : new InvalidInput([new FieldError('recoveryCodes', NO_STEP())]);
}

const NO_STEP = () => say().myAccount.recoveryCodesStandInForASecond;
