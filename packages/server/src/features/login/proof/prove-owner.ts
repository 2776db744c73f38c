import { isWithin } from '../../../platform/clock.ts';
import { Account, endFreshStartOfOwner, CurrentPasswordWrong } from '../../accounts/index.ts';
import { TYPED_MAX, type SecondStepNeeded } from '../../accounts/index.ts';
import { verifyOrShed } from '../password/index.ts';
import type { Proof } from '../../../platform/graphql/access.ts';
import { askFreshStep } from './ask-fresh-step.ts';
import { TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import type { Viewer } from '../../../viewer.ts';

/**
 * Whether the owner sits here, as the rule of a field asks (see Access): who finds a browser open must not be able to move
 * in, nor to carry off what is kept about somebody. Null: go on.
 */
export async function proveOwner(
  context: RequestContext,
  viewer: Viewer,
  { proof, currentPassword }: { proof: Proof; currentPassword: string | null },
): Promise<CurrentPasswordWrong | SecondStepNeeded | TooManyAttempts | null> {
  if (proof !== 'SECOND_STEP' && !hasJustLoggedIn(context, viewer)) {
    const refused = await proveByPassword(context, viewer, currentPassword);
    if (refused) return refused;
  }
  return proof === 'RECENT' ? null : askFreshStep(context, viewer);
}

/** The account's owner, by the current password. Wrong ones are counted for the account, whatever is being changed. */
export async function proveByPassword(
  context: RequestContext,
  viewer: Viewer,
  currentPassword: string | null,
): Promise<CurrentPasswordWrong | TooManyAttempts | null> {
  const { em, limits } = context;
  if (currentPassword === null) return new CurrentPasswordWrong(false);
  if (currentPassword.length > TYPED_MAX.password) return new CurrentPasswordWrong(true);
  const retryAt = await limits.take('wrongPasswordsPerAccount', viewer.account.id);
  if (retryAt) return new TooManyAttempts(retryAt);
  const account = await em.findOneOrFail(Account, { id: viewer.account.id }, { fields: ['passwordHash'] });
  const right = await verifyOrShed(context, account.passwordHash, currentPassword);
  if (right === false) return new CurrentPasswordWrong(true);
  await limits.giveBack('wrongPasswordsPerAccount', viewer.account.id);
  if (right !== true) return right;
  await endFreshStartOfOwner(context, viewer.account.id);
  return null;
}

/** Enough for changes that hand over the account: a login of any kind in this session a short while ago. */
export function hasJustLoggedIn({ clock, settings }: RequestContext, { session }: Viewer): boolean {
  return isWithin(session.createdAt, settings.recentLoginMs, clock.now());
}
