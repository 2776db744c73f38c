import { isWithin, later } from '../../../platform/clock.ts';
import {
  Account,
  endAccessChanges,
  recordAccessEvent,
  securityLetterQueue,
  TYPED_MAX,
  type SecondStepNeeded,
  CurrentPasswordWrong,
  MyAccountChanged,
  PasswordRejected,
} from '../../accounts/index.ts';
import { endApiTokens } from '../tokens/index.ts';
import {
  reloadedAccount,
  closePasswordWindow,
  endSessions,
  lockAccountOfSession,
} from '../sessions/index.ts';
import { endLinks } from '../links/index.ts';
import { endPasskeys } from '../passkeys/index.ts';
import { endSecondSteps } from '../second-step/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { TooManyAttempts, type InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { newPasswordFaults } from './new-password-faults.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';
import { proveByPassword, askFreshStep } from '../proof/index.ts';

interface Input {
  newPassword: string;
  currentPassword: string | null;
  keepApiTokens: boolean;
  keepPasskeys: boolean;
}

type Outcome =
  | SecondStepNeeded
  | MyAccountChanged
  | InvalidInput
  | PasswordRejected
  | CurrentPasswordWrong
  | TooManyAttempts;

/**
 * A new password: without the current one only while the session's window is open, and once. Everything else that
 * opened the account ends: other sessions, links, codes, changes that wait, and API tokens unless they are to stay.
 */
export async function setPassword(context: RequestContext, viewer: Viewer, input: Input): Promise<Outcome> {
  const { passwords, settings, clock } = context;
  const { newPassword, currentPassword } = input;
  const tooLong = newPassword.length > TYPED_MAX.password;
  if (tooLong)
    return new PasswordRejected([say().accounts.useAtMostCharacters({ max: settings.passwordLength.max })]);
  const invalid = checkText(
    { field: 'newPassword', text: newPassword, max: TYPED_MAX.password, mayBeEmpty: true },
    { field: 'currentPassword', text: currentPassword ?? '', max: TYPED_MAX.password, mayBeEmpty: true },
  );
  if (invalid) return invalid;
  const until = viewer.session.passwordWithoutCurrentUntil;
  const { passwordWithoutCurrentMs: windowMs } = settings;
  const windowOpen = until !== null && isWithin(later(until, -windowMs), windowMs, clock.now());
  if (!windowOpen) {
    const refused = await proveByPassword(context, viewer, currentPassword);
    if (refused) return refused;
  }
  // A new password ends the second step too, so it must not be a way around it.
  const needed = input.keepPasskeys ? null : await askFreshStep(context, viewer);
  if (needed) return needed;
  // Estimating strength takes time that others wait for: so many tries, and no more.
  const retryAt = await context.limits.take('newPasswordsPerAccount', viewer.account.id);
  if (retryAt) return new TooManyAttempts(retryAt);
  const faults = await newPasswordFaults(context, newPassword, {
    ...viewer.account,
    practiceName: viewer.practice.name,
  });
  if (faults.length > 0) return new PasswordRejected(faults);
  const passwordHash = await passwords.hash(newPassword);
  const { keepApiTokens, keepPasskeys } = input;
  const done = await replacePassword(context, viewer, {
    passwordHash,
    spendWindow: windowOpen,
    keepApiTokens,
    keepPasskeys,
  });
  return done ? reloadedAccount(context) : new CurrentPasswordWrong(false);
}

interface NewPassword {
  passwordHash: string;
  spendWindow: boolean;
  keepApiTokens: boolean;
  keepPasskeys: boolean;
}

/** False when the window was spent by another request in between. */
async function replacePassword(
  context: RequestContext,
  viewer: Viewer,
  { passwordHash, spendWindow, keepApiTokens, keepPasskeys }: NewPassword,
): Promise<boolean> {
  const accountId = viewer.account.id;
  const { id } = viewer.session;
  return inTransaction(context, async (inside) => {
    const { em, clock, jobs, device, browserHash } = inside;
    await lockAccountOfSession(em, viewer);
    if (!(await closePasswordWindow({ em }, id, { mustBeOpen: spendWindow }))) return false;
    await em.nativeUpdate(Account, { id: accountId }, { passwordHash });
    await endLinks(inside, accountId, { by: 'PASSWORD' });
    await endAccessChanges(inside, { accountId, as: 'CANCELLED', actor: 'OWNER' });
    await endSessions({ em }, accountId, { allBut: id });
    const by = { accountId, actor: 'OWNER', device, browserHash } as const;
    if (!keepPasskeys && (await endPasskeys(em, accountId)) > 0)
      await recordAccessEvent(em, clock, { ...by, kind: 'PASSKEY_REMOVED' });
    if (!keepPasskeys && (await endSecondSteps(em, accountId)) > 0)
      await recordAccessEvent(em, clock, { ...by, kind: 'SECOND_STEP_REMOVED' });
    if (!keepApiTokens) await endApiTokens({ em, clock }, by);
    await recordAccessEvent(em, clock, { ...by, kind: 'PASSWORD_CHANGED' });
    const at = clock.now().toISOString();
    await jobs.enqueue(em, securityLetterQueue, { kind: 'PASSWORD_CHANGED', accountId, at, device });
    return true;
  });
}
