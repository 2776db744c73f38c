import {
  Account,
  lockAccount,
  recordAccessEvent,
  securityLetterQueue,
  type Viewer,
} from '../accounts/index.ts';
import { Session, TYPED_MAX } from '../login/index.ts';
import { endLinks } from '../login-links/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { checkText } from '../../platform/graphql/text-input.ts';
import { TooManyAttempts, type InvalidInput } from '../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../request-context.ts';
import { CurrentPasswordWrong, MyAccountChanged, PasswordRejected } from './my-account.types.ts';
import { newPasswordFaults } from './new-password-faults.ts';
import { proveByPassword } from './prove-owner.ts';
import { changed } from './changed.ts';

interface Input {
  newPassword: string;
  currentPassword: string | null;
}

type Outcome = MyAccountChanged | InvalidInput | PasswordRejected | CurrentPasswordWrong | TooManyAttempts;

/**
 * A new password: without the current one only while the session's window is open, and once. Everything else that
 * opened the account ends: other sessions, links, codes.
 */
export async function setPassword(context: RequestContext, viewer: Viewer, input: Input): Promise<Outcome> {
  const { passwords, settings, clock } = context;
  const { newPassword, currentPassword } = input;
  const tooLong = newPassword.length > TYPED_MAX.password;
  if (tooLong) return new PasswordRejected([`Use at most ${settings.passwordLength.max} characters.`]);
  const invalid = checkText(
    { field: 'newPassword', text: newPassword, max: TYPED_MAX.password, mayBeEmpty: true },
    { field: 'currentPassword', text: currentPassword ?? '', max: TYPED_MAX.password, mayBeEmpty: true },
  );
  if (invalid) return invalid;
  const until = viewer.session.passwordWithoutCurrentUntil;
  const windowOpen = until !== null && until > clock.now();
  if (!windowOpen) {
    const refused = await proveByPassword(context, viewer, currentPassword);
    if (refused) return refused;
  }
  // Estimating strength takes time that others wait for: so many tries, and no more.
  const retryAt = await context.limits.take('newPasswordsPerAccount', viewer.account.id);
  if (retryAt) return new TooManyAttempts(retryAt);
  const faults = newPasswordFaults(context, newPassword, {
    ...viewer.account,
    practiceName: viewer.practice.name,
  });
  if (faults.length > 0) return new PasswordRejected(faults);
  const passwordHash = await passwords.hash(newPassword);
  const done = await replacePassword(context, viewer, { passwordHash, spendWindow: windowOpen });
  return done ? changed(context) : new CurrentPasswordWrong(false);
}

/** False when the window was spent by another request in between. */
async function replacePassword(
  context: RequestContext,
  viewer: Viewer,
  { passwordHash, spendWindow }: { passwordHash: string; spendWindow: boolean },
): Promise<boolean> {
  const accountId = viewer.account.id;
  const { id } = viewer.session;
  return inTransaction(context, async ({ em, clock, jobs, device, browserHash }) => {
    await lockAccount(em, accountId);
    const own = spendWindow ? { id, passwordWithoutCurrentUntil: { $ne: null } } : { id };
    const kept = await em.nativeUpdate(Session, own, { passwordWithoutCurrentUntil: null });
    if (kept === 0) return false;
    await em.nativeUpdate(Account, { id: accountId }, { passwordHash });
    await endLinks(em, accountId);
    await em.nativeDelete(Session, { account: accountId, id: { $ne: id } });
    await recordAccessEvent(em, clock, {
      accountId,
      kind: 'PASSWORD_CHANGED',
      actor: 'OWNER',
      device,
      browserHash,
    });
    const at = clock.now().toISOString();
    await jobs.enqueue(em, securityLetterQueue, { kind: 'PASSWORD_CHANGED', accountId, at, device });
    return true;
  });
}
