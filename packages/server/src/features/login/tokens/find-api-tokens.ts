import { ApiToken } from './api-token.entity.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { ApiTokenView } from './api-token.types.ts';
import type { Viewer } from '../../../viewer.ts';

/** The tokens of this account, newest first; those that ran out a short while ago among them. */
export async function findApiTokens(
  { em }: Pick<Mechanisms, 'em'>,
  { account }: Viewer,
): Promise<ApiTokenView[]> {
  const tokens = await em.find(
    ApiToken,
    { account: account.id },
    { orderBy: { createdAt: 'desc', id: 'desc' }, refresh: true },
  );
  return tokens.map(toApiTokenView);
}

type Shown = Pick<ApiToken, 'id' | 'name' | 'scopes' | 'createdAt' | 'lastUsedAt' | 'expiresAt'>;

export function toApiTokenView({ id, name, scopes, createdAt, lastUsedAt, expiresAt }: Shown): ApiTokenView {
  return { id, name, scopes, createdAt, lastUsedAt: lastUsedAt ?? null, expiresAt: expiresAt ?? null };
}
