import { type SecondStepNeeded } from '../../accounts/index.ts';
import { askSecondStep, answerSecondStep } from '../second-step/index.ts';
import { isWithin } from '../../../platform/clock.ts';
import type { RequestContext } from '../../../request-context.ts';
import type { Viewer } from '../../../viewer.ts';

/**
 * What adds or takes away a way in asks an account with a second step for it, unless it was passed in this session a
 * few minutes ago: who finds a browser open must not be able to move in. Null: go on.
 */
export async function askFreshStep(
  context: RequestContext,
  { account, session }: Viewer,
): Promise<SecondStepNeeded | null> {
  const { clock, settings } = context;
  const { secondStepAt, method, id } = session;
  if (secondStepAt && isWithin(secondStepAt, settings.secondStep.recentMs, clock.now())) return null;
  const step = { accountId: account.id, method, mayReplacePassword: false, sessionId: id };
  const asked = await askSecondStep(context, step);
  return asked && answerSecondStep(context, asked);
}
