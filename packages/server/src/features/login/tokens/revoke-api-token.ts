import { recordAccessEvent, securityLetterQueue, type MyAccountChanged } from '../../accounts/index.ts';
import { ApiToken } from './api-token.entity.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { isId } from '../../../platform/graphql/connection.types.ts';
import { FieldError, InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { reloadedAccount, lockAccountOfSession } from '../sessions/index.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

/** Ends a token of this account at once: the next request with it is refused. */
export async function revokeApiToken(
  context: RequestContext,
  viewer: Viewer,
  id: string,
): Promise<MyAccountChanged | InvalidInput> {
  const revoked = isId(id) && (await revoke(context, viewer, id));
  if (!revoked) return new InvalidInput([new FieldError('id', say().myAccount.youHaveNoSuchToken)]);
  return reloadedAccount(context);
}

function revoke(context: RequestContext, viewer: Viewer, id: string): Promise<boolean> {
  const accountId = viewer.account.id;
  return inTransaction(context, async ({ em, clock, jobs, device, browserHash }) => {
    await lockAccountOfSession(em, viewer);
    const token = await em.findOne(ApiToken, { id, account: accountId }, { refresh: true });
    if (!token || (await em.nativeDelete(ApiToken, { id })) === 0) return false;
    const event = { accountId, actor: 'OWNER', device, browserHash } as const;
    await recordAccessEvent(em, clock, { ...event, kind: 'API_TOKEN_REVOKED' });
    await jobs.enqueue(em, securityLetterQueue, {
      kind: 'API_TOKEN_REVOKED',
      accountId,
      at: clock.now().toISOString(),
      device,
      tokenName: token.name,
    });
    return true;
  });
}
