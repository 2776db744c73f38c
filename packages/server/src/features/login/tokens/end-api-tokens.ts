import { recordAccessEvent } from '../../accounts/index.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { ApiToken } from './api-token.entity.ts';

/** Ends every API token of an account, in the running transaction, and tells its diary when there were any. */
export async function endApiTokens(
  { em, clock }: Pick<Mechanisms, 'em' | 'clock'>,
  by: Omit<Parameters<typeof recordAccessEvent>[2], 'kind'>,
): Promise<void> {
  const ended = await em.nativeDelete(ApiToken, { account: by.accountId });
  if (ended > 0) await recordAccessEvent(em, clock, { ...by, kind: 'API_TOKEN_REVOKED' });
}
