import {
  accessChangeStore,
  Account,
  emailKey,
  endAccessChanges,
  recordAccessEvent,
  TYPED_MAX,
  type CurrentPasswordWrong,
  type MyAccountChanged,
  type SecondStepNeeded,
} from '../accounts/index.ts';
import { endLinks, readToken, reloadedAccount, lockAccountOfSession, proveOwner } from '../login/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { checkText } from '../../platform/graphql/text-input.ts';
import { FieldError, InvalidInput, type TooManyAttempts } from '../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../request-context.ts';
import type { AccessChangeProblem } from './access-changes.types.ts';
import { changeLetterQueue } from './change-letter-queue.ts';
import { findChange, problemOf, type FoundChange } from './find-change-link.ts';
import { say } from '../../platform/language/say.ts';
import type { Viewer } from '../../viewer.ts';

const PROBLEM_WORDS: Record<keyof typeof AccessChangeProblem, () => string> = {
  DONE: () => say().accessChanges.thisChangeWasConfirmedAlready,
  STOPPED: () => say().accessChanges.thisChangeWasStoppedFromTheOld,
  CANCELLED: () => say().accessChanges.thisChangeWasCancelled,
  WITHDRAWN: () => say().accessChanges.thisChangeWasWithdrawnByTheCoach,
  REPLACED: () => say().accessChanges.aNewerChangeTookThePlace,
  EXPIRED: () => say().accessChanges.thisLinkDoesNotWorkAnyMore,
};

const SOMEONE_ELSE = () => say().accessChanges.thisLinkBelongsToAnotherAccountOnly;

interface Input {
  token: string;
  currentPassword: string | null;
}

type Refusal = InvalidInput | CurrentPasswordWrong | SecondStepNeeded | TooManyAttempts;

/**
 * The new address counts from here on. Having its mailbox is not enough, it may be the coach's: it takes the owner's own
 * login. Everything that was mailed to the old address so far is dead.
 */
export async function confirmEmailChange(
  context: RequestContext,
  viewer: Viewer,
  { token: typed, currentPassword }: Input,
): Promise<MyAccountChanged | Refusal> {
  const password = { field: 'currentPassword', text: currentPassword ?? '', mayBeEmpty: true };
  const invalid = checkText({ ...password, max: TYPED_MAX.password });
  if (invalid) return invalid;
  const token = readToken(typed, say().accessChanges.confirmationLink);
  if (token instanceof InvalidInput) return token;
  const change = await findChange(context, token, 'CONFIRM');
  if (change && change.account.id !== viewer.account.id) return refused(SOMEONE_ELSE());
  // A double click, a reload: what this owner confirmed is confirmed.
  if (change?.endedAs === 'DONE' && change.newEmail === change.account.email) return reloadedAccount(context);
  const problem = problemOf(change, context.clock.now());
  if (!change || problem) return refused(PROBLEM_WORDS[problem ?? 'EXPIRED']());
  // What the owner asked for was proven when they asked. A proposal has been proven by nobody: the coach may hold its link
  // and find the client's browser open.
  const proof = { proof: 'RECENT_AND_SECOND_STEP', currentPassword } as const;
  const unproven = change.askedBy === 'COACH' ? await proveOwner(context, viewer, proof) : null;
  if (unproven) return unproven;
  const done = await inTransaction(context, (inside) => takeEffect(inside, viewer, change));
  if (done) return reloadedAccount(context);
  const since = problemOf(await findChange(context, token, 'CONFIRM'), context.clock.now());
  return since === 'DONE' ? reloadedAccount(context) : refused(PROBLEM_WORDS[since ?? 'EXPIRED']());
}

/** One conditional UPDATE decides; false when something else ended the change first. */
async function takeEffect(inside: RequestContext, viewer: Viewer, change: FoundChange): Promise<boolean> {
  const { em, clock, jobs, device, browserHash } = inside;
  const accountId = change.account.id;
  await lockAccountOfSession(em, viewer);
  if (!(await accessChangeStore.takeConfirmed(inside, change))) return false;
  const { newEmail } = change;
  // Its letter arrived, or there would be no confirmation.
  const address = { email: newEmail, emailKey: emailKey(newEmail), emailState: 'DELIVERED' } as const;
  await em.nativeUpdate(Account, { id: accountId }, address);
  await endLinks(inside, accountId, { by: 'EMAIL' });
  const actor = { actor: 'OWNER' } as const;
  await endAccessChanges(inside, { accountId, as: 'REPLACED', kind: 'EMAIL_CHANGE', ...actor });
  await endAccessChanges(inside, { accountId, as: 'CANCELLED', kind: 'FRESH_START', ...actor });
  await recordAccessEvent(em, clock, { accountId, kind: 'EMAIL_CHANGED', ...actor, device, browserHash });
  await jobs.enqueue(em, changeLetterQueue, { changeId: change.id, letter: 'DONE' });
  return true;
}

function refused(words: string): InvalidInput {
  return new InvalidInput([new FieldError('token', words)]);
}
