import { Account } from './features/accounts/index.ts';
import { LoginCode, LoginLink } from './features/login-links/index.ts';
import { SeenProviderEvent } from './features/messages/index.ts';
import { KnownBrowser, Session } from './features/login/index.ts';
import { DAY_MS, later } from './platform/clock.ts';
import type { Queue } from './platform/jobs/jobs.ts';
import { IdempotencyKey } from './platform/idempotency/idempotency-key.entity.ts';
import { RateLimit } from './platform/rate-limits/rate-limit.entity.ts';
import type { Mechanisms } from './request-context.ts';

export const housekeepingQueue: Queue<object> = { name: 'housekeeping' };

/** Dead links are kept for a while: their page can then still say what became of them. */
const DEAD_LINK_KEPT_MS = 30 * DAY_MS;
// As long as browsers keep the cookie.
const BROWSER_KEPT_MS = 400 * DAY_MS;

/** Removes what has run out and serves nobody any more. */
export async function keepHouse({ em, clock }: Pick<Mechanisms, 'em' | 'clock'>): Promise<void> {
  const now = clock.now();
  await em.nativeDelete(Session, { expiresAt: { $lte: now } });
  await em.nativeDelete(LoginCode, { expiresAt: { $lte: now } });
  await em.nativeDelete(LoginLink, { expiresAt: { $lte: later(now, -DEAD_LINK_KEPT_MS) } });
  await em.nativeDelete(KnownBrowser, { lastLoginAt: { $lte: later(now, -BROWSER_KEPT_MS) } });
  await em.nativeDelete(Account, { deleteAt: { $lte: now } });
  await em.nativeDelete(SeenProviderEvent, { seenAt: { $lte: later(now, -2 * DAY_MS) } });
  await em.nativeDelete(IdempotencyKey, { createdAt: { $lte: later(now, -DAY_MS) } });
  await em.nativeDelete(RateLimit, { expire: { $lte: now.getTime() } });
}
