import {
  accessOf,
  accountLabel,
  endFreshStartOfOwner,
  TYPED_MAX,
  type SecondStepNeeded,
} from '../../accounts/index.ts';
import { InvalidCredentials, type LoggedIn } from '../sessions/index.ts';
import { openSessionOrAskSecondStep, answerLogin } from '../second-step/index.ts';
import { reportFailedLogin, verifyOrShed } from '../password/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { findLoginLink, isCoachOfPractice, problemOf, type FoundLink } from './find-login-link.ts';
import { LoginLinkUnusable, PasswordNeeded } from './login-links.types.ts';
import { readToken } from './read-token.ts';
import { redeemAgain } from './redeem-again.ts';
import { reportOpenedByCoach } from './report-opened-by-coach.ts';
import { spendLink } from './spend-link.ts';
import { say } from '../../../platform/language/say.ts';

type Outcome =
  | LoggedIn
  | SecondStepNeeded
  | LoginLinkUnusable
  | PasswordNeeded
  | InvalidCredentials
  | TooManyAttempts
  | InvalidInput;

/** Thrown inside the transaction, so that whatever was written in it is undone. */
class LostTheRace extends Error {}

/** Logs in by link, once; a second step is not skipped. The browser that just used it lands logged in again instead of in an error. */
export async function redeemLoginLink(
  context: RequestContext,
  { token: typed, password }: { token: string; password: string | null },
): Promise<Outcome> {
  const token = readToken(typed);
  if (token instanceof InvalidInput) return token;
  const invalid =
    password === null
      ? null
      : checkText({ field: 'password', text: password, max: TYPED_MAX.password, mayBeEmpty: true });
  if (invalid) return invalid;
  const link = await findLoginLink(context, token);
  const problem = problemOf(link, context.clock.now());
  if (problem === 'USED' && link) {
    const again = await redeemAgain(context, link);
    if (again) return again;
  }
  if (!link || problem) return new LoginLinkUnusable(problem ?? 'EXPIRED');
  if (isCoachOfPractice(context.viewer, link.account)) {
    await reportOpenedByCoach(context, link);
    return new LoginLinkUnusable('COACH_LOGGED_IN');
  }
  return (await askPassword(context, link, password)) ?? (await spend(context, link, token));
}

/** PASSWORD_TOO: without the right password nothing is spent; with no password set it counts as ALLOWED. */
async function askPassword(
  context: RequestContext,
  { account }: FoundLink,
  password: string | null,
): Promise<PasswordNeeded | InvalidCredentials | TooManyAttempts | null> {
  const { limits } = context;
  if (accessOf(account).link !== 'WITH_PASSWORD') return null;
  if (password === null) return new PasswordNeeded(accountLabel(account, context.siteName));
  const retryAt = await limits.take('wrongPasswordsPerAccount', account.id);
  if (retryAt) return new TooManyAttempts(retryAt);
  const right = await verifyOrShed(context, account.passwordHash, password);
  if (right === false) {
    await reportFailedLogin(context, account.id);
    return new InvalidCredentials(say().loginLinks.thePasswordIsWrong);
  }
  await limits.giveBack('wrongPasswordsPerAccount', account.id);
  if (right !== true) return right;
  await endFreshStartOfOwner(context, account.id);
  return null;
}

/** One conditional UPDATE decides who of many wins; the rest of the same transaction can still undo it. */
async function spend(
  context: RequestContext,
  link: FoundLink,
  token: string,
): Promise<LoggedIn | SecondStepNeeded | LoginLinkUnusable> {
  const { clock } = context;
  try {
    const opened = await inTransaction(context, async (inside) => {
      const session = await openLinkSession(inside, link);
      if (!session) throw new LostTheRace();
      return session;
    });
    return answerLogin(context, opened);
  } catch (error) {
    if (!(error instanceof LostTheRace)) throw error;
    return new LoginLinkUnusable(problemOf(await findLoginLink(context, token), clock.now()) ?? 'EXPIRED');
  }
}

async function openLinkSession(context: RequestContext, link: FoundLink) {
  const spent = await spendLink(context, link);
  if (!spent) return null;
  return openSessionOrAskSecondStep(context, { ...spent, method: 'LOGIN_LINK', mayReplacePassword: true });
}
