import pLimit from 'p-limit';
import { DAY_MS, later, MINUTE_MS } from '../../../platform/clock.ts';
import { settle, type ClaimedDelivery } from './delivery-store.ts';
import { settleFailed, settleSent, type Deliverer } from './settle-delivery.ts';
import { say } from '../../../platform/language/say.ts';

/**
 * After no answer the provider is asked at 1, 3 and 10 minutes; after the last time the mail is sent again. The pauses are
 * counted from one asking to the next, so that a clock that jumps ahead skips none of them.
 */
export const ASK_PAUSES_MS = [MINUTE_MS, 2 * MINUTE_MS, 7 * MINUTE_MS];
/** What the coach reads meanwhile. */
export const SILENT = () => say().messages.theMailProviderGaveNoClearAnswer;
/** For so long a provider that can't be asked is asked again, with growing pauses: longer than any long weekend. */
const MOST_ASKING_MS = 7 * DAY_MS;
const MOST_PAUSE_MS = 10 * MINUTE_MS;
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
  const unasked = Math.min(MOST_PAUSE_MS, MINUTE_MS * 2 ** Math.min(asks - ASK_PAUSES_MS.length, 10));
  const pause = ASK_PAUSES_MS[asks] ?? (taken === null ? unasked : null);
  if (taken) await settleSent(worker, row);
  else if (pause === null) return true;
  else if (now > later(since, MOST_ASKING_MS)) await settleFailed(worker, row, NEVER_KNOWN());
  else await settle(worker, row, { asks, nextAttemptAt: later(now, pause), reason: SILENT() });
  return false;
}
