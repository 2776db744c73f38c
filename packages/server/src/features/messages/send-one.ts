import { liftSuppression } from '../accounts/index.ts';
import { later, MINUTE_MS, SECOND_MS } from '../../platform/clock.ts';
import { MailPostponed, MailRefused, MailUncertain } from '../../platform/mail/mail.ts';
import { say } from '../../platform/language/say.ts';
import { ASK_PAUSES_MS, SILENT } from './ask-provider.ts';
import { Delivery } from './delivery.entity.ts';
import type { PreparedMail } from './prepare-mails.ts';
import {
  ownClaim,
  settle,
  settleFailed,
  settleSent,
  type ClaimedDelivery,
  type Deliverer,
} from './settle-delivery.ts';

// Three days and more of tries ten minutes apart: a provider that is down loses nothing.
const MOST_ATTEMPTS = 450;
const MOST_PAUSE_MS = 10 * MINUTE_MS;

// What the coach reads while it waits.
const NOT_YET = () => say`The mail provider does not take it yet. It is tried again by itself.`;

/**
 * Sends one mail and writes what became of it. Marks the delivery as under way before the call, so that a crash in
 * between is noticed; whoever was so slow that the claim ran out and another took it sends nothing. Answers with the
 * end of the pause that the provider asked for, if it did.
 */
export async function sendOne(worker: Deliverer, prepared: PreparedMail): Promise<Date | null> {
  const { em, clock, post } = worker;
  const { delivery, mail, client } = prepared;
  try {
    if (client.emailRetryAt) await liftSuppression(worker, client);
    const now = clock.now();
    const claim = { ...ownClaim(delivery), claimedUntil: { $gt: now } };
    const underWay = { uncertainSince: now, asks: 0, email: mail.to };
    if ((await em.nativeUpdate(Delivery, claim, underWay)) === 0) return null;
    // Providers have answered with a fault and sent the mail all the same: before another try they are asked.
    const isThere = delivery.attempts > 1 && (await post.hasTaken(mail.id).catch(() => false));
    // Who was held up for so long has lost it to another, who asks about it and sends it.
    if (clock.now() >= new Date(delivery.claimed_until)) return null;
    if (!isThere) await post.sendMessage(mail);
  } catch (error) {
    return settleFault(worker, delivery, error);
  }
  await settleSent(worker, delivery);
  return null;
}

async function settleFault(
  worker: Deliverer,
  delivery: ClaimedDelivery,
  error: unknown,
): Promise<Date | null> {
  const now = worker.clock.now();
  const reason = error instanceof Error ? error.message : 'unknown';
  worker.log.warn({ delivery: delivery.id, attempt: delivery.attempts, reason }, 'a delivery did not go');
  if (error instanceof MailUncertain) {
    const nextAttemptAt = later(now, ASK_PAUSES_MS[0] ?? MINUTE_MS);
    await settle(worker, delivery, { uncertainSince: now, asks: 0, nextAttemptAt, reason: SILENT() });
  } else if (error instanceof MailRefused || delivery.attempts >= MOST_ATTEMPTS)
    await settleFailed(worker, delivery, reason);
  else {
    const pause = error instanceof MailPostponed ? error.notBefore : null;
    const nextAttemptAt = pause ?? later(now, pauseMs(delivery));
    await settle(worker, delivery, { uncertainSince: null, nextAttemptAt, reason: NOT_YET() });
    return pause;
  }
  return null;
}

/** Growing pauses up to ten minutes, each delivery's a little different, so that they don't all come back at once. */
function pauseMs({ id, attempts }: ClaimedDelivery): number {
  const grown = Math.min(MOST_PAUSE_MS, 5 * SECOND_MS * 2 ** Math.min(attempts - 1, 10));
  const spread = Number.parseInt(id.slice(-4), 16) / 0xffff;
  return Math.round(grown * (1 + spread / 5));
}
