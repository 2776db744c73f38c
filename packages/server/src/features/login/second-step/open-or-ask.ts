import { Me, type SecondStepNeeded } from '../../accounts/index.ts';
import { askSecondStep, answerSecondStep, type AskedSecondStep } from './ask-second-step.ts';
import type { RequestContext } from '../../../request-context.ts';
import {
  LoggedIn,
  openSession,
  setLoginCookies,
  type NewLogin,
  type OpenedSession,
} from '../sessions/index.ts';

/**
 * What every login by password, link or code ends with, in the running transaction: a session, or, where the account
 * has a second step, the question for it and no session. Call `answerLogin` once the transaction has committed.
 */
export async function openSessionOrAskSecondStep(
  context: RequestContext,
  login: NewLogin,
): Promise<OpenedSession | AskedSecondStep> {
  return (await askSecondStep(context, login)) ?? openSession(context, login);
}

/** Null where the session has ended since it was opened. */
export async function answerLogin(
  context: RequestContext,
  outcome: OpenedSession | AskedSecondStep,
): Promise<LoggedIn | SecondStepNeeded | null> {
  if ('needed' in outcome) return answerSecondStep(context, outcome);
  const viewer = await setLoginCookies(context, outcome);
  return viewer && new LoggedIn(new Me(viewer, context.clock.now()));
}
