import { SecondStepNeeded } from '../../accounts/index.ts';
import { credentialIdsOf } from '../passkeys/index.ts';
import { newBrowserToken } from '../sessions/index.ts';
import { later } from '../../../platform/clock.ts';
import { passkeyLoginOptions } from '../../../platform/passkeys/passkeys.ts';
import { hashToken, newId, randomToken } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { renewChallenge, type FirstStep } from './challenge-store.ts';
import { SecondStepChallenge } from './second-step-challenge.entity.ts';
import { secondStepsOf } from './second-steps-of.ts';

const TOKEN_BYTES = 32;

/** A second step that was asked for, not yet told to the browser. */
export interface AskedSecondStep {
  id: string;
  browserToken: string | null;
  needed: SecondStepNeeded;
}

/**
 * Asks for the second step, in the running transaction; null when the account has none. Call `answerSecondStep` once the
 * transaction has committed.
 */
export async function askSecondStep(
  context: RequestContext,
  first: FirstStep,
): Promise<AskedSecondStep | null> {
  const { em, clock, settings, browserHash } = context;
  const { methods, credentialsVersion } = await secondStepsOf(em, first.accountId);
  if (methods.length === 0) return null;
  const id = first.id ?? newId();
  const challenge = randomToken(TOKEN_BYTES);
  const browserToken = first.browserToken === undefined ? newBrowserToken(context) : first.browserToken;
  const expiresAt = later(clock.now(), settings.secondStep.challengeMs);
  await em.insert(SecondStepChallenge, {
    id,
    tokenHash: hashToken(challenge),
    account: first.accountId,
    sessionId: first.sessionId ?? null,
    method: first.method,
    mayReplacePassword: first.mayReplacePassword,
    credentialsVersion,
    browserHash: browserToken ? hashToken(browserToken) : (browserHash ?? ''),
    expiresAt,
  });
  const passkeyOptions = await optionsFor(context, first.accountId, { challenge, methods });
  return {
    id,
    browserToken,
    needed: new SecondStepNeeded({ challenge, methods, passkeyOptions, expiresAt }),
  };
}

/** Hands the browser the cookie that its challenge is bound to, where it had none. */
export function answerSecondStep({ cookies }: RequestContext, asked: AskedSecondStep): SecondStepNeeded {
  if (asked.browserToken) cookies.setBrowser(asked.browserToken);
  return asked.needed;
}

/** A reload in the middle: the very browser that was asked gets the same challenge under a fresh token. */
export async function askAgain(context: RequestContext, id: string): Promise<SecondStepNeeded | null> {
  const challenge = randomToken(TOKEN_BYTES);
  const open = await renewChallenge(context, id, challenge);
  if (!open) return null;
  const { accountId, expiresAt } = open;
  const { methods } = await secondStepsOf(context.em, accountId);
  const passkeyOptions = await optionsFor(context, accountId, { challenge, methods });
  return new SecondStepNeeded({ challenge, methods, passkeyOptions, expiresAt });
}

async function optionsFor(
  context: RequestContext,
  accountId: string,
  { challenge, methods }: Pick<SecondStepNeeded, 'challenge' | 'methods'>,
): Promise<string | null> {
  if (!methods.includes('PASSKEY')) return null;
  const credentialIds = await credentialIdsOf(context.em, accountId);
  return passkeyLoginOptions(context, { challenge, credentialIds });
}
