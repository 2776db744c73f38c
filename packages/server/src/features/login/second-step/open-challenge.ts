import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { hashToken } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import type { FirstStep } from './ask-second-step.ts';
import { SecondStepChallenge } from './second-step-challenge.entity.ts';

export interface OpenChallenge extends FirstStep {
  id: string;
  credentialsVersion: number;
}

/** The challenge behind a token; null when it is used, has run out, or is another browser's. */
export async function findChallenge(
  { em, clock, browserHash }: RequestContext,
  challenge: string,
): Promise<OpenChallenge | null> {
  if (browserHash === null) return null;
  const found = await em.findOne(
    SecondStepChallenge,
    { tokenHash: hashToken(challenge), browserHash, expiresAt: { $gt: clock.now() } },
    { refresh: true },
  );
  if (!found) return null;
  const { id, account, method, mayReplacePassword, credentialsVersion, sessionId } = found;
  return {
    id,
    accountId: account.id,
    method,
    mayReplacePassword,
    credentialsVersion,
    ...(sessionId ? { sessionId } : {}),
  };
}

/** Uses it up, in the running transaction: of many who complete it at once, one. */
export async function spendChallenge(em: SqlEntityManager, { id }: OpenChallenge): Promise<boolean> {
  return (await em.nativeDelete(SecondStepChallenge, { id })) > 0;
}
