import { noteLastLinks, recordAccessEvents } from '../../accounts/index.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { markRevoked } from './link-store.ts';

/** Takes back the links of these deliveries, in the running transaction; whose link still worked finds it in the diary. */
export async function revokeLinks(
  { em, clock }: Pick<Mechanisms, 'em' | 'clock'>,
  { deliveryIds, coachId }: { deliveryIds: string[]; coachId: string },
): Promise<void> {
  const revoked = await markRevoked({ em, clock }, deliveryIds);
  await noteLastLinks(
    { em },
    revoked.map(({ accountId }) => accountId),
  );
  const told = revoked.filter(({ wasLive }) => wasLive);
  await recordAccessEvents(
    em,
    clock,
    told.map(({ accountId }) => ({
      accountId,
      kind: 'LOGIN_LINK_REVOKED',
      actor: 'COACH',
      actorAccountId: coachId,
    })),
  );
}
