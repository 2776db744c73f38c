import { Account, lockAccount, accessOf, Me } from '../../accounts/index.ts';
import { provePasskey, spendPasskey, type ProvenPasskey } from './prove-passkey.ts';
import { CHALLENGE_MAX, PASSKEY_ANSWER_MAX, RUN_OUT, takeCeremony } from './ceremonies.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { FieldError, InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import {
  tryCounterKey,
  AccountInactive,
  InvalidCredentials,
  LoggedIn,
  openSession,
  setLoginCookies,
} from '../sessions/index.ts';
import { say } from '../../../platform/language/say.ts';

const NOT_KNOWN = () => say().login.thisPasskeyDoesNotLogInHere;

type Outcome = LoggedIn | InvalidCredentials | AccountInactive | TooManyAttempts | InvalidInput;

/**
 * Logs in with a passkey alone: with user verification it is both steps. The challenge is used up by the first answer,
 * right or wrong; who has been deactivated is told so, because nobody but the owner can get this far.
 */
export async function loginWithPasskey(
  context: RequestContext,
  { challenge, assertion }: { challenge: string; assertion: string },
): Promise<Outcome> {
  const invalid = checkText(
    { field: 'challenge', text: challenge, max: CHALLENGE_MAX },
    { field: 'assertion', text: assertion, max: PASSKEY_ANSWER_MAX },
  );
  if (invalid) return invalid;
  const place = await tryCounterKey(context);
  const retryAt = await context.limits.take('perSource', place);
  if (retryAt) return new TooManyAttempts(retryAt);
  const ceremony = await takeCeremony(context, { challenge, purpose: 'LOGIN' });
  if (!ceremony) return new InvalidInput([new FieldError('challenge', RUN_OUT())]);
  const proven = await provePasskey(context, { challenge, assertion });
  if (!proven) return new InvalidCredentials(NOT_KNOWN());
  await context.limits.giveBack('perSource', place);
  const account = await context.em.findOneOrFail(
    Account,
    { id: proven.accountId },
    { populate: ['practice', 'coach'], strategy: 'joined' },
  );
  if (accessOf(account).entry === 'NO') return AccountInactive.of(account, context.siteName);
  const opened = await openProven(context, proven);
  if (!opened) return new InvalidCredentials(NOT_KNOWN());
  return new LoggedIn(new Me(setLoginCookies(context, opened), context.clock.now()));
}

/** Null when the passkey was removed or used, or the account closed, since it was looked at. */
function openProven(context: RequestContext, proven: ProvenPasskey) {
  return inTransaction(context, async (inside) => {
    const { em, clock } = inside;
    const now = await lockAccount(em, proven.accountId);
    if (!now || now.access.entry === 'NO' || !(await spendPasskey(em, clock, proven))) return null;
    const { accountId } = proven;
    return openSession(inside, {
      accountId,
      account: now,
      method: 'PASSKEY',
      mayReplacePassword: false,
      passedSecondStep: true,
    });
  });
}
