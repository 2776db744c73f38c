import pLimit from 'p-limit';
import { later, MINUTE_MS } from '../../../platform/clock.ts';
import { settle, type ClaimedDelivery } from './claims.ts';
import { settleFailed, settleSent, type Deliverer } from './settle-delivery.ts';
import { say } from '../../../platform/language/say.ts';

/** What the coach reads meanwhile. */
export const SILENT = () => say().messages.theMailProviderGaveNoClearAnswer;
const NEVER_KNOWN = () => say().messages.theMailProviderDidNotSayWhether;

/**
 * Asks the provider about deliveries that got no answer: settles those it has, schedules another question for the others,
 * and returns those that are lost and have to be sent again. So many are asked about at once: with a provider that hangs, one after the other would outlast their claims.
 */
export async function settleUncertain(
  open: () => Deliverer,
  rows: ClaimedDelivery[],
  atOnce: number,
): Promise<ClaimedDelivery[]> {
  const limit = pLimit(atOnce);
  const lost = await Promise.all(rows.map((row) => limit(() => settleOrReportLost(open(), row))));
  return rows.filter((_, i) => lost[i]);
}

async function settleOrReportLost(worker: Deliverer, row: ClaimedDelivery): Promise<boolean> {
  const now = worker.clock.now();
  const since = row.uncertainSince ?? now;
  // A provider that can't be asked is no "nowhere": it is asked again.
  const taken = await worker.post.hasTaken(row.mailId, row.email).catch(() => null);
  const asks = row.asks + 1;
  const { askPausesMs, mostAskingMs, mostPauseMs } = worker.settings.mailing;
  const unasked = Math.min(mostPauseMs, MINUTE_MS * 2 ** Math.min(asks - askPausesMs.length, 10));
  const pause = askPausesMs[asks] ?? (taken === null ? unasked : null);
  if (taken) await settleSent(worker, [row]);
  else if (pause === null) return true;
  else if (now > later(since, mostAskingMs)) await settleFailed(worker, row, NEVER_KNOWN());
  else await settle(worker, row, { asks, nextAttemptAt: later(now, pause), reason: SILENT() });
  return false;
}
