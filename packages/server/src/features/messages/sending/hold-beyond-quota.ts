import { readerKey } from '../../letters/index.ts';
import { type Account } from '../../accounts/index.ts';
import { say } from '../../../platform/language/say.ts';
import { settle, type ClaimedDelivery } from './claims.ts';
import type { Deliverer } from './settle-delivery.ts';

interface Counted {
  row: ClaimedDelivery;
  client: Account;
  message: { coach: Pick<Account, 'id'> };
}

/**
 * Of these mails those that their coach may still send to each reader this hour. The others are held and go by
 * themselves, when the hour is over. A mail is counted at its first try; the coach's own copy is nobody's quota.
 */
export async function holdBeyondQuota<Ready extends Counted>(
  worker: Deliverer,
  ready: Ready[],
): Promise<Ready[]> {
  const counted = ready.filter(({ row }) => row.attempts === 1 && !row.isCopy);
  const keys = counted.map(({ client, message }) => readerKey(message.coach.id, client));
  const refusals = await worker.limits.takeEach('mailsPerReader', keys);
  const held = new Set<string>();
  for (const [i, { row, client }] of counted.entries()) {
    const heldUntil = refusals[i];
    if (!heldUntil) continue;
    held.add(row.id);
    await settle(worker, row, { state: 'HELD', reason: beyondQuotaWords(client), heldUntil });
  }
  return ready.filter(({ row }) => !held.has(row.id));
}

/** Why a mail waits that is over the quota of its reader, in words for the coach. */
export function beyondQuotaWords({ registeredAt }: Pick<Account, 'registeredAt'>): string {
  return registeredAt
    ? say().messages.youHaveWrittenToThisClient
    : say().messages.youHaveWrittenToThisAddress;
}
