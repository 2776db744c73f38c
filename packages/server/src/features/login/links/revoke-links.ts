import { recordAccessEvents } from '../../accounts/index.ts';
import type { Mechanisms } from '../../../request-context.ts';

const REVOKE = `
  update login_link l set revoked_at = ?
    from account a
   where a.id = l.account_id and l.delivery_id = any(string_to_array(?, ',')::uuid[])
     and l.used_at is null and l.revoked_at is null
  returning l.account_id, l.expires_at > ? and l.credentials_version = a.credentials_version as was_live`;

/** Takes back the links of these deliveries, in the running transaction; whose link still worked finds it in the diary. */
export async function revokeLinks(
  { em, clock }: Pick<Mechanisms, 'em' | 'clock'>,
  { deliveryIds, coachId }: { deliveryIds: string[]; coachId: string },
): Promise<void> {
  const now = clock.now();
  const rows = await em.execute<{ account_id: string; was_live: boolean }[]>(REVOKE, [
    now,
    deliveryIds.join(),
    now,
  ]);
  const told = rows.filter((row) => row.was_live);
  await recordAccessEvents(
    em,
    clock,
    told.map((row) => ({
      accountId: row.account_id,
      kind: 'LOGIN_LINK_REVOKED',
      actor: 'COACH',
      actorAccountId: coachId,
    })),
  );
}
