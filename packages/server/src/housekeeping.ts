import { Account, LetterSent, purgeAccessDiary } from './features/accounts/index.ts';
import { LoginCode, LoginLink, noteExpiredLinks } from './features/login-links/index.ts';
import { ReplyAddress, SeenProviderEvent } from './features/messages/index.ts';
import { ApiToken, KnownBrowser, Session } from './features/login/index.ts';
import { PasskeyCeremony } from './features/passkeys/index.ts';
import { SecondStepChallenge } from './features/second-step/index.ts';
import { DAY_MS, later } from './platform/clock.ts';
import type { Queue } from './platform/jobs/jobs.ts';
import { IdempotencyKey } from './platform/idempotency/idempotency-key.entity.ts';
import { RateLimit } from './platform/rate-limits/rate-limit.entity.ts';
import type { Mechanisms } from './request-context.ts';

export const housekeepingQueue: Queue<object> = { name: 'housekeeping' };

/** Dead links are kept for a while: their page can then still say what became of them. */
const DEAD_LINK_KEPT_MS = 30 * DAY_MS;
/** Shown as expired for a while, so that its owner sees why a program stopped. */
const DEAD_TOKEN_KEPT_MS = 30 * DAY_MS;
// As long as browsers keep the cookie.
const BROWSER_KEPT_MS = 400 * DAY_MS;

// A complaint may come weeks later; what a mail bounced of is told within days.
const LETTER_KEPT_MS = 60 * DAY_MS;

/** Whoever replies later than that is told where to write. */
const REPLY_ADDRESS_KEPT_MS = 400 * DAY_MS;

/** Removes what has run out and serves nobody any more. */
export async function keepHouse(context: Pick<Mechanisms, 'em' | 'clock' | 'settings'>): Promise<void> {
  const { em, clock, settings } = context;
  const now = clock.now();
  await em.nativeDelete(Session, { expiresAt: { $lte: now } });
  await em.nativeDelete(ApiToken, { expiresAt: { $lte: later(now, -DEAD_TOKEN_KEPT_MS) } });
  await em.nativeDelete(PasskeyCeremony, { expiresAt: { $lte: now } });
  await em.nativeDelete(SecondStepChallenge, { expiresAt: { $lte: now } });
  await em.nativeDelete(LoginCode, { expiresAt: { $lte: now } });
  await noteExpiredLinks(context);
  await purgeAccessDiary(em, later(now, -settings.accessDiaryKeptMs));
  await em.nativeDelete(LoginLink, { expiresAt: { $lte: later(now, -DEAD_LINK_KEPT_MS) } });
  await em.nativeDelete(KnownBrowser, { lastLoginAt: { $lte: later(now, -BROWSER_KEPT_MS) } });
  await em.nativeDelete(Account, { deleteAt: { $lte: now } });
  await em.nativeDelete(ReplyAddress, { createdAt: { $lte: later(now, -REPLY_ADDRESS_KEPT_MS) } });
  await em.nativeDelete(LetterSent, { sentAt: { $lte: later(now, -LETTER_KEPT_MS) } });
  await em.nativeDelete(SeenProviderEvent, { seenAt: { $lte: later(now, -2 * DAY_MS) } });
  await em.nativeDelete(IdempotencyKey, { createdAt: { $lte: later(now, -DAY_MS) } });
  await em.nativeDelete(RateLimit, { expire: { $lte: now.getTime() } });
}
