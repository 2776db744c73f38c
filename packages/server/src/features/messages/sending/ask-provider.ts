import pLimit from 'p-limit';
import { later, MINUTE_MS } from '../../../platform/clock.ts';
import { settle, type ClaimedDelivery } from './delivery-store.ts';
import { settleFailed, settleSent, type Deliverer } from './settle-delivery.ts';
import { say } from '../../../platform/language/say.ts';

/** What the coach reads meanwhile. */
export const SILENT = () => say().messages.theMailProviderGaveNoClearAnswer;
const NEVER_KNOWN = () => say().messages.theMailProviderDidNotSayWhether;

/**
 * Of those that got no answer: settles what the provider has, waits with the others, and gives back what is lost. So many
 * are asked about at once: with a provider that hangs, one after the other would outlast their claims.
 */
export async function askProvider(
  open: () => Deliverer,
  rows: ClaimedDelivery[],
  atOnce: number,
): Promise<ClaimedDelivery[]> {
  const limit = pLimit(atOnce);
  const lost = await Promise.all(rows.map((row) => limit(() => isLost(open(), row))));
  return rows.filter((_, i) => lost[i]);
}

async function isLost(worker: Deliverer, row: ClaimedDelivery): Promise<boolean> {
  const now = worker.clock.now();
  const since = row.uncertainSince ?? now;
  // A provider that can't be asked is no "nowhere": it is asked again.
  const taken = await worker.post.hasTaken(row.mailId, row.email).catch(() => null);
  const asks = row.asks + 1;
  const { askPausesMs, mostAskingMs, mostPauseMs } = worker.settings.mailing;
  const unasked = Math.min(mostPauseMs, MINUTE_MS * 2 ** Math.min(asks - askPausesMs.length, 10));
  const pause = askPausesMs[asks] ?? (taken === null ? unasked : null);
  if (taken) await settleSent(worker, row);
  else if (pause === null) return true;
  else if (now > later(since, mostAskingMs)) await settleFailed(worker, row, NEVER_KNOWN());
  else await settle(worker, row, { asks, nextAttemptAt: later(now, pause), reason: SILENT() });
  return false;
}
