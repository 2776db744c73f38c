import {
  lockAccount,
  Me,
  noteWrongPasswords,
  recordAccessEvent,
  securityLetterQueue,
} from '../../accounts/index.ts';
import { findChallenge, spendChallenge, type OpenChallenge } from './challenge-store.ts';
import { proveSecondStep, spendSecondStep, type SecondStepProof } from './prove-second-step.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { FieldError, InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import {
  loadViewer,
  InvalidCredentials,
  LoggedIn,
  openSession,
  setLoginCookies,
  notePassedStep,
  type OpenedSession,
} from '../sessions/index.ts';
import { CHALLENGE_MAX, PASSKEY_ANSWER_MAX, RUN_OUT } from '../passkeys/index.ts';
import { say } from '../../../platform/language/say.ts';

const WRONG = () => say().login.thisIsNotRightOrWasUsed;

type Outcome = LoggedIn | InvalidCredentials | TooManyAttempts | InvalidInput;

/** Thrown inside the transaction, so that whatever was written in it is undone. */
class UsedMeanwhile extends Error {}

/**
 * Finishes a login, or vouches for the session that asks. Tries are counted for the account over all its challenges and
 * all sources, before anything is looked at, and only a right one is taken back.
 */
export async function completeSecondStep(
  context: RequestContext,
  { challenge, code }: { challenge: string; code: string },
): Promise<Outcome> {
  const invalid = checkText(
    { field: 'challenge', text: challenge, max: CHALLENGE_MAX },
    { field: 'code', text: code, max: PASSKEY_ANSWER_MAX },
  );
  if (invalid) return invalid;
  const open = await findChallenge(context, challenge);
  if (!open) return dead();
  const tooMany = await countSecondStepTry(context, open.accountId);
  if (tooMany) return tooMany;
  const proof = await proveSecondStep(context, { accountId: open.accountId, challenge, code });
  if (!proof) {
    await recordFailure(context, open.accountId);
    return new InvalidCredentials(WRONG());
  }
  return finish(context, open, proof);
}

async function countSecondStepTry(
  { limits }: RequestContext,
  accountId: string,
): Promise<TooManyAttempts | null> {
  const soon = await limits.take('wrongSecondStepsPerAccount', accountId);
  if (soon) return new TooManyAttempts(soon);
  const late = await limits.take('wrongSecondStepsPerDay', accountId);
  return late ? new TooManyAttempts(late) : null;
}

async function finish(
  context: RequestContext,
  open: OpenChallenge,
  proof: SecondStepProof,
): Promise<LoggedIn | InvalidInput | InvalidCredentials> {
  const { limits, clock } = context;
  try {
    const done = await inTransaction(context, (inside) => acceptProof(inside, open, proof));
    if (!done) return dead();
    await limits.giveBack('wrongSecondStepsPerAccount', open.accountId);
    await limits.giveBack('wrongSecondStepsPerDay', open.accountId);
    const viewer =
      done === 'vouched'
        ? await loadViewer(context, context.cookies.session)
        : setLoginCookies(context, done);
    if (!viewer) return dead();
    context.viewer = viewer;
    return new LoggedIn(new Me(viewer, clock.now()));
  } catch (error) {
    if (!(error instanceof UsedMeanwhile)) throw error;
    return new InvalidCredentials(WRONG());
  }
}

/** Null: the challenge is dead, because it was used, or because the account changed since the first step. */
async function acceptProof(
  context: RequestContext,
  open: OpenChallenge,
  proof: SecondStepProof,
): Promise<OpenedSession | 'vouched' | null> {
  const { em } = context;
  const account = await lockAccount(em, open.accountId);
  if (!account || account.access.entry === 'NO' || account.credentialsVersion !== open.credentialsVersion)
    return null;
  if (!(await spendChallenge(em, open))) return null;
  if (!(await spendSecondStep(context, proof))) throw new UsedMeanwhile();
  if (proof.kind === 'RECOVERY_CODE') await tellOfRecoveryCode(context, open.accountId);
  if (open.sessionId) return notePassedInSession(context, open);
  return openSession(context, { ...open, account, passedSecondStep: true });
}

/** The session that asked, and no other, may go on with what it wanted. */
async function notePassedInSession(context: RequestContext, open: OpenChallenge): Promise<'vouched' | null> {
  const { sessionId: id, accountId } = open;
  if (!id || context.viewer?.session.id !== id) return null;
  return (await notePassedStep(context, { id, accountId })) ? 'vouched' : null;
}

async function tellOfRecoveryCode(
  { em, clock, jobs, device }: RequestContext,
  accountId: string,
): Promise<void> {
  const at = clock.now().toISOString();
  await jobs.enqueue(em, securityLetterQueue, { kind: 'RECOVERY_CODE_USED', accountId, at, device });
}

async function recordFailure(
  { em, clock, device, browserHash }: RequestContext,
  accountId: string,
): Promise<void> {
  const event = { accountId, kind: 'LOGIN_FAILED', actor: 'SYSTEM', device, browserHash } as const;
  await em.transactional(async (inside) => {
    await recordAccessEvent(inside, clock, event);
    await noteWrongPasswords({ em: inside }, [accountId]);
  });
}

function dead(): InvalidInput {
  return new InvalidInput([new FieldError('challenge', RUN_OUT())]);
}
