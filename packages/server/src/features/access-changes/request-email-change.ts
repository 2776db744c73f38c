import { emailFault, type MyAccountChanged } from '../accounts/index.ts';
import { reloadedAccount, lockAccountOfSession } from '../login/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { checkText } from '../../platform/graphql/text-input.ts';
import {
  FieldError,
  InvalidInput,
  type TooManyAttempts,
  tooOften,
} from '../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../request-context.ts';
import { beginEmailChange } from './begin-email-change.ts';
import { say } from '../../platform/language/say.ts';
import type { Viewer } from '../../viewer.ts';

// Longer than any address a mail server carries; the fault then names the field.
const EMAIL_TYPED_MAX = 320;

type Outcome = MyAccountChanged | InvalidInput | TooManyAttempts;

/**
 * The owner asks for a new address. Nothing changes until it is confirmed. Whether other accounts have that address is
 * not looked at: it is allowed, and nobody learns of it.
 */
export async function requestEmailChange(
  context: RequestContext,
  viewer: Viewer,
  email: string,
): Promise<Outcome> {
  const invalid = checkText({ field: 'email', text: email, max: EMAIL_TYPED_MAX, fault: emailFault });
  if (invalid) return invalid;
  const { id: accountId, email: current } = viewer.account;
  if (email.trim() === current)
    return new InvalidInput([new FieldError('email', say().accessChanges.thisIsYourAddressAlready)]);
  const retryAt = await context.limits.take('accessChangesPerAccount', `owner\n${accountId}`);
  if (retryAt) return tooOften(retryAt);
  await inTransaction(context, async (inside) => {
    await lockAccountOfSession(inside.em, viewer);
    await beginEmailChange(inside, { accountId, email, coachId: null });
  });
  return reloadedAccount(context);
}
