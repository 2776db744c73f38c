import { accessChangeStore, endAccessChanges, lockAccount } from '../accounts/index.ts';
import { LoginLinkUnusable, readToken } from '../login/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { InvalidInput } from '../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../request-context.ts';
import { AccessChangeStopped, type AccessChangeProblem } from './access-changes.types.ts';
import { findChange, problemOf, type FoundChange } from './find-change-link.ts';
import { say } from '../../platform/language/say.ts';

const STOPPED = {
  EMAIL_CHANGE: () => say().accessChanges.theChangeIsOffThisAddressStays,
  FRESH_START: () => say().accessChanges.theFreshStartIsOffUsernamePassword,
};

const PROBLEM_WORDS: Record<keyof typeof AccessChangeProblem, () => string> = {
  DONE: () => say().accessChanges.thisChangeHasTakenEffectAlready,
  STOPPED: () => say().accessChanges.thisChangeWasStoppedAlreadyThere,
  CANCELLED: () => say().accessChanges.thisChangeWasCancelledAlreadyThere,
  WITHDRAWN: () => say().accessChanges.thisChangeWasWithdrawnAlreadyThere,
  REPLACED: () => say().accessChanges.aNewerChangeTookThePlaceOf,
  EXPIRED: () => say().accessChanges.thisLinkStopsNothingAnyMore,
};

/** From the letter to the old address: only ever stops, needs no login, and is spent by this call alone. */
export async function stopAccessChange(
  context: RequestContext,
  { token: typed }: { token: string },
): Promise<AccessChangeStopped | LoginLinkUnusable> {
  const token = readToken(typed, say().accessChanges.stopLink);
  if (token instanceof InvalidInput) return LoginLinkUnusable.withoutRenewal('EXPIRED', token.message);
  const change = await findChange(context, token, 'STOP');
  const problem = problemOf(change, context.clock.now());
  if (!change || problem) return unusable(problem ?? 'EXPIRED');
  if (await inTransaction(context, (inside) => stop(inside, change)))
    return new AccessChangeStopped(STOPPED[change.kind]());
  return unusable(problemOf(await findChange(context, token, 'STOP'), context.clock.now()) ?? 'EXPIRED');
}

/** False when something else ended the change first. */
async function stop(inside: RequestContext, { id, account, kind, askedBy }: FoundChange): Promise<boolean> {
  await lockAccount(inside.em, account.id);
  if (!(await accessChangeStore.isWaiting(inside, id))) return false;
  // Nobody in person: whoever reads the old mailbox.
  await endAccessChanges(inside, { accountId: account.id, as: 'STOPPED', kind, askedBy, actor: 'SYSTEM' });
  return true;
}

function unusable(problem: keyof typeof AccessChangeProblem): LoginLinkUnusable {
  const used = problem === 'EXPIRED' ? 'EXPIRED' : 'USED';
  return LoginLinkUnusable.withoutRenewal(used, PROBLEM_WORDS[problem]());
}
