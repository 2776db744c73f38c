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
import { HAS_SECOND_STEP } from './second-steps-of.ts';

/**
 * What every login by password, link or code ends with, in the running transaction: a session, or, where the account
 * has a second step, the question for it and no session. Call `answerLogin` once the transaction has committed.
 */
export async function openSessionOrAskSecondStep(
  context: RequestContext,
  login: NewLogin,
): Promise<OpenedSession | AskedSecondStep> {
  const outcome =
    (await openSession(context, login, HAS_SECOND_STEP)) ?? (await askSecondStep(context, login));
  if (!outcome) throw new Error('A login of an account that is not there');
  return outcome;
}

export function answerLogin(
  context: RequestContext,
  outcome: OpenedSession | AskedSecondStep,
): LoggedIn | SecondStepNeeded {
  if ('needed' in outcome) return answerSecondStep(context, outcome);
  return new LoggedIn(new Me(setLoginCookies(context, outcome), context.clock.now()));
}
