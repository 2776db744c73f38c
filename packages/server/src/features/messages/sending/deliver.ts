import pLimit from 'p-limit';
import { MINUTE_MS } from '../../../platform/clock.ts';
import { settleUncertain } from './settle-uncertain.ts';
import { claimDeliveries, releaseHeld, settle, type ClaimedDelivery } from './delivery-store.ts';
import { finishMessages, finishMessagesOf } from './finish-messages.ts';
import { findMailPause, notePause, type Outcome } from './mail-pause.ts';
import { prepareMails, type PreparedMail } from './prepare-mails.ts';
import { sendOne } from './send-one.ts';
import type { Deliverer } from './settle-delivery.ts';
import { giveReplyAddresses } from './reply-addresses.ts';
import { startSendingDue } from './start-sending.ts';

const BATCH = 50;
const AT_ONCE = 10;
// Longer than a batch of calls that all run into their time-out.
const CLAIM_MS = 2 * MINUTE_MS;

/**
 * Takes what is due, batch by batch, until nothing is: any number of workers at once, each delivery by one of them. A
 * worker that dies leaves its claims to run out, and then the provider is asked before anything is sent again. One that
 * is told to end finishes the mails that are on their way and gives the others back.
 */
export async function deliverDue(open: () => Deliverer, ending: AbortSignal): Promise<void> {
  await startSendingDue(open());
  await releaseHeld(open());
  while (!ending.aborted) {
    const worker = open();
    const pause = await findMailPause(worker);
    if (pause && pause.until > worker.clock.now()) break;
    // After a pause one mail shows whether the provider takes any.
    const most = pause ? 1 : BATCH;
    const claimed = await claimDeliveries(worker, { most, forMs: CLAIM_MS });
    if (claimed.length === 0) break;
    const outcomes = await deliverBatch(open, worker, claimed, ending);
    await notePause(worker, pause, outcomes);
    await finishMessagesOf(worker, [...new Set(claimed.map(({ messageId }) => messageId))]);
  }
  await finishMessages(open());
}

async function deliverBatch(
  open: () => Deliverer,
  worker: Deliverer,
  claimed: ClaimedDelivery[],
  ending: AbortSignal,
): Promise<Outcome[]> {
  const uncertain = claimed.filter(({ uncertainSince }) => uncertainSince !== null);
  const lost = await settleUncertain(() => ({ ...open(), log: worker.log }), uncertain, AT_ONCE);
  const prepared = await prepareMails(worker, [
    ...claimed.filter(({ uncertainSince }) => uncertainSince === null),
    ...lost,
  ]);
  const ready = await giveReplyAddresses(worker, prepared);
  const limit = pLimit(AT_ONCE);
  let isClosed = false;
  const send = async (mail: PreparedMail): Promise<Outcome> => {
    if (isClosed || ending.aborted) return giveBack(worker, mail);
    const outcome = await sendOne({ ...open(), log: worker.log }, mail);
    if (outcome.kind === 'CLOSED') isClosed = true;
    return outcome;
  };
  return Promise.all(ready.map((mail) => limit(() => send(mail))));
}

async function giveBack(worker: Deliverer, { delivery }: PreparedMail): Promise<Outcome> {
  await settle(worker, delivery, {});
  return { kind: 'THIS_MAIL' };
}
