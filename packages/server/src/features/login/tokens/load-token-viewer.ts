import type { ApiScope } from '../../../platform/graphql/api-scopes.ts';
import { apiSecretOf } from '../../../platform/api-secret.ts';
import { hashToken } from '../../../platform/random-token.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { ACCOUNT_COLUMNS, accountFacts, joinAccount, type AccountRow } from '../sessions/index.ts';
import { ApiToken } from './api-token.entity.ts';
import type { Viewer } from '../../../viewer.ts';

interface Row extends AccountRow {
  token_id: string;
  scopes: ApiScope[];
  last_used_at: Date | null;
  expires_at: Date | null;
}

const QUERY = `
  select t.id as token_id, t.scopes, t.last_used_at, t.expires_at,
         ${ACCOUNT_COLUMNS}
    from api_token t ${joinAccount('t')}
   where t.token_hash = ?`;

/** An API token has no session: this stand-in is as old as can be, so that nothing takes it for a recent login. */
const noSession: Viewer['session'] = {
  id: '00000000-0000-0000-0000-000000000000',
  method: 'PASSWORD',
  createdAt: new Date(0),
  passwordWithoutCurrentUntil: null,
  secondStepAt: null,
};

/**
 * Who is behind the header `Authorization: Bearer …`; null when it is no token of ours, or one that has expired, was
 * revoked, or whose account may not log in any more: such a one ends here, and stays ended after a reactivation.
 */
export async function loadTokenViewer(
  { em, clock, settings }: Pick<Mechanisms, 'em' | 'clock' | 'settings'>,
  authorization: string,
): Promise<Viewer | null> {
  const secret = apiSecretOf(authorization);
  if (secret === null) return null;
  const [row] = await em.execute<Row[]>(QUERY, [hashToken(secret)]);
  if (!row) return null;
  const now = clock.now();
  if (row.expires_at !== null && row.expires_at <= now) return null;
  const facts = accountFacts(row);
  if (!facts) {
    await em.nativeDelete(ApiToken, { id: row.token_id });
    return null;
  }
  const lastUsed = row.last_used_at?.getTime() ?? 0;
  if (now.getTime() - lastUsed > settings.lastUseExactToMs)
    await em.nativeUpdate(ApiToken, { id: row.token_id }, { lastUsedAt: now });
  return { ...facts, apiToken: { id: row.token_id, scopes: row.scopes }, session: noSession };
}
