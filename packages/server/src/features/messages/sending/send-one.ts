import { liftRetriedBounce } from '../../letters/index.ts';
import { later, SECOND_MS } from '../../../platform/clock.ts';
import { MailPostponed, MailRefused, MailUncertain } from '../../../platform/mail/mail.ts';
import { say } from '../../../platform/language/say.ts';
import { SILENT } from './settle-uncertain.ts';
import type { BatchedWrites } from './batched-writes.ts';
import { settle, type ClaimedDelivery } from './claims.ts';
import type { Outcome } from './mail-pause.ts';
import type { PreparedMail } from './prepare-mails.ts';
import { settleFailed, type Deliverer } from './settle-delivery.ts';

/**
 * Sends one mail, writes what became of it, and tells what that means for the others. Marks the delivery as under way
 * before the call, so that a crash in between is noticed; whoever was so slow that the claim ran out and another took it
 * sends nothing.
 */
export async function sendOne(
  worker: Deliverer,
  writes: Pick<BatchedWrites, 'mark' | 'sent' | 'giveBack'>,
  prepared: PreparedMail,
): Promise<Outcome> {
  const { clock, post } = worker;
  const { delivery, mail, client } = prepared;
  try {
    if (client.emailRetryAt) await liftRetriedBounce(worker, client);
  } catch (error) {
    return waitForLift(worker, delivery, error);
  }
  if (!(await marked(writes, prepared))) return { kind: 'THIS_MAIL' };
  // Who was held up for so long has lost it to another, who asks about it and sends it.
  if (clock.now() >= delivery.claimedUntil) return { kind: 'THIS_MAIL' };
  try {
    await post.sendMessage(mail);
  } catch (error) {
    return settleFault(worker, delivery, error);
  }
  await writes.sent(delivery);
  return { kind: 'TAKEN' };
}

/** Where that can't be told, it is not sent. */
async function marked(
  writes: Pick<BatchedWrites, 'mark' | 'giveBack'>,
  { delivery, mail }: PreparedMail,
): Promise<boolean> {
  try {
    return await writes.mark({ claim: delivery, email: mail.to });
  } catch (error) {
    await writes.giveBack(delivery);
    throw error;
  }
}

/** The provider could not be told that the coach wants this address tried again: of its mails that says nothing. */
async function waitForLift(worker: Deliverer, delivery: ClaimedDelivery, error: unknown): Promise<Outcome> {
  worker.log.warn({ delivery: delivery.id, reason: wordsOf(error) }, 'a suppression could not be lifted');
  const nextAttemptAt = later(worker.clock.now(), pauseMs(worker, delivery));
  const reason = say().messages.theMailProviderCouldNotBeTold;
  await settle(worker, delivery, { nextAttemptAt, reason });
  return { kind: 'THIS_MAIL' };
}

async function settleFault(worker: Deliverer, delivery: ClaimedDelivery, error: unknown): Promise<Outcome> {
  const now = worker.clock.now();
  const words = wordsOf(error);
  worker.log.warn(
    { delivery: delivery.id, attempt: delivery.attempts, reason: words },
    'a delivery did not go',
  );
  if (error instanceof MailUncertain) {
    if (delivery.attempts >= worker.settings.mailing.mostAttempts)
      await settleFailed(worker, delivery, words);
    const nextAttemptAt = later(now, worker.settings.mailing.askPausesMs[0]);
    const change = { uncertainSince: now, asks: 0, nextAttemptAt, reason: SILENT() };
    // Who stood still for so long that another has it by now has heard nothing of the provider.
    return (await settle(worker, delivery, change)) ? { kind: 'SILENT' } : { kind: 'THIS_MAIL' };
  }
  if (error instanceof MailRefused && error.isAboutMail) {
    await settleFailed(worker, delivery, words);
    return { kind: 'THIS_MAIL' };
  }
  // Behind the others: should it be about this mail after all, another one is tried next.
  const place = delivery.place + 1;
  await settle(worker, delivery, { uncertainSince: null, nextAttemptAt: now, place, reason: null });
  if (error instanceof MailRefused) return { kind: 'CLOSED', reason: 'REFUSED', words };
  if (error instanceof MailPostponed)
    return { kind: 'CLOSED', reason: 'BUSY', until: error.notBefore, words };
  return { kind: 'CLOSED', reason: 'AWAY', words };
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown');

/** Growing pauses up to ten minutes, each delivery's a little different, so that they don't all come back at once. */
function pauseMs({ settings }: Deliverer, { id, attempts }: ClaimedDelivery): number {
  const grown = Math.min(settings.mailing.mostPauseMs, 5 * SECOND_MS * 2 ** Math.min(attempts - 1, 10));
  const spread = Number.parseInt(id.slice(-4), 16) / 0xffff;
  return Math.round(grown * (1 + spread / 5));
}
