import { SecondStepNeeded } from '../../accounts/index.ts';
import { credentialIdsOf } from '../passkeys/index.ts';
import { later } from '../../../platform/clock.ts';
import { passkeyLoginOptions } from '../../../platform/passkeys/passkeys.ts';
import { hashToken, newId, randomToken } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { SecondStepChallenge } from './second-step-challenge.entity.ts';
import { secondStepsOf } from './second-steps-of.ts';
import type { Viewer } from '../../../viewer.ts';

const TOKEN_BYTES = 32;

/** What the second step will finish. */
export interface FirstStep {
  accountId: string;
  method: Viewer['session']['method'];
  mayReplacePassword: boolean;
  /** Of a change in a living session; a login leaves it out. */
  sessionId?: string;
}

/** A second step that was asked for, not yet told to the browser. */
export interface AskedSecondStep {
  id: string;
  browserToken: string | null;
  needed: SecondStepNeeded;
}

/**
 * Asks for the second step, in the running transaction; null when the account has none. Call `tellSecondStep` once the
 * transaction has committed.
 */
export async function askSecondStep(
  context: RequestContext,
  first: FirstStep,
): Promise<AskedSecondStep | null> {
  const { em, clock, settings, browserHash } = context;
  const { methods, credentialsVersion } = await secondStepsOf(em, first.accountId);
  if (methods.length === 0) return null;
  const id = newId();
  const challenge = randomToken(TOKEN_BYTES);
  const browserToken = browserHash === null ? randomToken(TOKEN_BYTES) : null;
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
export function tellSecondStep({ cookies }: RequestContext, asked: AskedSecondStep): SecondStepNeeded {
  if (asked.browserToken) cookies.setBrowser(asked.browserToken);
  return asked.needed;
}

interface OpenRow {
  account_id: string;
  expires_at: Date;
}

const RENEW = `
  update second_step_challenge c set token_hash = ?
    from account a
   where c.id = ? and c.browser_hash = ? and c.expires_at > ?
     and a.id = c.account_id and a.credentials_version = c.credentials_version
  returning c.account_id, c.expires_at`;

/** A reload in the middle: the very browser that was asked gets the same challenge under a fresh token. */
export async function askAgain(context: RequestContext, id: string): Promise<SecondStepNeeded | null> {
  const { em, clock, browserHash } = context;
  const challenge = randomToken(TOKEN_BYTES);
  const values = [hashToken(challenge), id, browserHash ?? '', clock.now()];
  const row = (await em.execute<OpenRow[]>(RENEW, values))[0];
  if (!row) return null;
  const { methods } = await secondStepsOf(em, row.account_id);
  const passkeyOptions = await optionsFor(context, row.account_id, { challenge, methods });
  return new SecondStepNeeded({ challenge, methods, passkeyOptions, expiresAt: row.expires_at });
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
