import { recordAccessEvent } from '../accounts/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { type TooManyAttempts, tooOften } from '../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../request-context.ts';
import { collectOwnData } from './collect-own-data.ts';
import { OwnData } from './own-data.types.ts';
import type { Viewer } from '../../viewer.ts';

/** All that is kept about whoever asks, as a file. It says so much that an open session alone is not enough. */
export async function exportMyData(
  context: RequestContext,
  viewer: Viewer,
): Promise<OwnData | TooManyAttempts> {
  const accountId = viewer.account.id;
  const retryAt = await context.limits.take('exportsPerAccount', accountId);
  if (retryAt) return tooOften(retryAt);
  return inTransaction(context, async (inside) => {
    const { em, clock, device, browserHash } = inside;
    const by = { actor: 'OWNER', device, browserHash } as const;
    await recordAccessEvent(em, clock, { accountId, kind: 'DATA_EXPORTED', ...by });
    const data = await collectOwnData(inside, accountId);
    const day = clock.now().toISOString().slice(0, 10);
    return new OwnData(`latchstring-my-data-${day}.json`, `${JSON.stringify(data, null, 2)}\n`);
  });
}
