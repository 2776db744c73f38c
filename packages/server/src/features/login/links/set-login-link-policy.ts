import {
  Account,
  recordAccessEvent,
  securityLetterQueue,
  type LoginLinkPolicy,
  TYPED_MAX,
  type CurrentPasswordWrong,
  type MyAccountChanged,
} from '../../accounts/index.ts';
import { endLinks } from './end-links.ts';
import { endCodes } from './code-store.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import {
  FieldError,
  InvalidInput,
  ReadOnlyAccess,
  type TooManyAttempts,
} from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { reloadedAccount, lockAccountOfSession } from '../sessions/index.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';
import { hasJustLoggedIn, proveByPassword } from '../proof/index.ts';

type Policy = keyof typeof LoginLinkPolicy;

interface Input {
  policy: Policy;
  currentPassword: string | null;
}

type Outcome = MyAccountChanged | InvalidInput | CurrentPasswordWrong | TooManyAttempts | ReadOnlyAccess;

const STRICTNESS: Record<Policy, number> = { ALLOWED: 0, PASSWORD_TOO: 1, NEVER: 2 };

const PASSWORD_FIRST = () => say().myAccount.setAPasswordFirstWithoutOneLogin;
const MOVED = () => say().myAccount.thisWasChangedElsewhereAMomentAgo;

/**
 * Whether login links log in alone, with the password, or not at all. A stricter one locks out whoever has no other way
 * in, so it takes a password or passkey that was used just now, and a login by link is not enough.
 */
export async function setLoginLinkPolicy(
  context: RequestContext,
  viewer: Viewer,
  { policy, currentPassword }: Input,
): Promise<Outcome> {
  const given = { field: 'currentPassword', text: currentPassword ?? '' };
  const invalid = checkText({ ...given, max: TYPED_MAX.password, mayBeEmpty: true });
  if (invalid) return invalid;
  const { account, access, session } = viewer;
  const stricter = STRICTNESS[policy] - STRICTNESS[account.loginLinkPolicy];
  if (stricter === 0) return reloadedAccount(context);
  if (stricter < 0 && access === 'READ_ONLY') return new ReadOnlyAccess();
  const just = hasJustLoggedIn(context, viewer);
  const byPasskey = just && session.method === 'PASSKEY';
  const locksOut = !account.hasPassword && !(policy === 'NEVER' && byPasskey);
  if (stricter > 0 && locksOut) return new InvalidInput([new FieldError('policy', PASSWORD_FIRST())]);
  const proven = stricter > 0 ? byPasskey || (just && session.method === 'PASSWORD') : just;
  if (!proven) {
    const refused = await proveByPassword(context, viewer, currentPassword);
    if (refused) return refused;
  }
  const done = await replacePolicy(context, viewer, policy);
  return done ? reloadedAccount(context) : new InvalidInput([new FieldError('policy', MOVED())]);
}

/** False when another request moved it in between: whether it gets stricter was judged by what stood before. */
function replacePolicy(context: RequestContext, viewer: Viewer, policy: Policy): Promise<boolean> {
  const { id: accountId, loginLinkPolicy: before } = viewer.account;
  return inTransaction(context, async ({ em, clock, jobs, device, browserHash }) => {
    await lockAccountOfSession(em, viewer);
    const was = { id: accountId, loginLinkPolicy: before };
    if ((await em.nativeUpdate(Account, was, { loginLinkPolicy: policy })) === 0) return false;
    if (policy === 'NEVER') await endLinks({ em, clock }, accountId, { by: 'POLICY' });
    // A code knows no password, so that it stays dead when links alone are enough again.
    if (policy === 'PASSWORD_TOO') await endCodes({ em }, accountId);
    const by = { actor: 'OWNER', device, browserHash } as const;
    await recordAccessEvent(em, clock, { accountId, kind: 'LINK_POLICY_CHANGED', ...by });
    const facts = { accountId, at: clock.now().toISOString(), device, policy };
    await jobs.enqueue(em, securityLetterQueue, { kind: 'LINK_POLICY_CHANGED', ...facts });
    return true;
  });
}
