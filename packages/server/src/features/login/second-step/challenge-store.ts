import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { hashToken } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import type { Viewer } from '../../../viewer.ts';
import { SecondStepChallenge } from './second-step-challenge.entity.ts';

/** What the second step will finish. */
export interface FirstStep {
  accountId: string;
  method: Viewer['session']['method'];
  mayReplacePassword: boolean;
  /** Of a change in a living session; a login leaves it out. */
  sessionId?: string;
  /** What was promised already. */
  id?: string;
  browserToken?: string | null;
}

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

const RENEW = `
  update second_step_challenge c set token_hash = ?
    from account a
   where c.id = ? and c.browser_hash = ? and c.expires_at > ?
     and a.id = c.account_id and a.credentials_version = c.credentials_version
  returning c.account_id as "accountId", c.expires_at as "expiresAt"`;

/** Puts another token in place of the first; null when the challenge is dead, or is another browser's. */
export async function renewChallenge(
  { em, clock, browserHash }: RequestContext,
  id: string,
  token: string,
): Promise<{ accountId: string; expiresAt: Date } | null> {
  const values = [hashToken(token), id, browserHash ?? '', clock.now()];
  const [renewed] = await em.execute<{ accountId: string; expiresAt: Date }[]>(RENEW, values);
  return renewed ?? null;
}

/** Uses it up, in the running transaction: of many who complete it at once, one. */
export async function spendChallenge(em: SqlEntityManager, { id }: OpenChallenge): Promise<boolean> {
  return (await em.nativeDelete(SecondStepChallenge, { id })) > 0;
}
