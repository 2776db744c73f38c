import { setTimeout as pause } from 'node:timers/promises';
import DataLoader from 'dataloader';
import { MINUTE_MS, steadyNow } from '../../../platform/clock.ts';
import { giveBack, markUnderWay, type ClaimedDelivery } from './claims.ts';
import { finishMessagesOf } from './finish-messages.ts';
import { settleSent, type Deliverer } from './settle-delivery.ts';

/** What is told within this time is written together: a mail takes far longer, and a commit costs as much as many rows. */
const GATHER_MS = 20;
const RETRY_MS = 500;
/** Longer than claims last: then the provider is asked what became of them. */
const KEPT_MS = 10 * MINUTE_MS;

/** What is written of each of many mails on their way, many by one statement. */
export interface BatchedWrites {
  /** That this mail goes to the provider now; false where the claim has run out, or another has it by now. */
  mark(mail: { claim: ClaimedDelivery; email: string }): Promise<boolean>;
  /** The provider has it. Known to this process alone until it is written, which is tried for as long as that is of use. */
  sent(claim: ClaimedDelivery): Promise<void>;
  /** It was not handed over, and is anybody's again: tried for as long. Or else all would wait until the claim runs out. */
  giveBack(claim: ClaimedDelivery): Promise<void>;
  /** Nothing of this message is under way here any more. */
  finish(messageId: string): Promise<void>;
}

export function batchedWrites(open: () => Deliverer, ending: AbortSignal): BatchedWrites {
  const marks = together((mails: readonly { claim: ClaimedDelivery; email: string }[]) =>
    markUnderWay(open(), mails).then((marked) => mails.map(({ claim }) => marked.has(claim.id))),
  );
  const outcomes = together((claims: readonly ClaimedDelivery[]) =>
    untilWritten(open, ending, () => settleSent(open(), claims)).then(() => claims.map(() => null)),
  );
  const returns = together((claims: readonly ClaimedDelivery[]) =>
    untilWritten(open, ending, () => giveBack(open(), claims)).then(() => claims.map(() => null)),
  );
  const ends = together((ids: readonly string[]) =>
    finishMessagesOf(open(), [...new Set(ids)]).then(() => ids.map(() => null)),
  );
  return {
    mark: (mail) => marks.load(mail),
    sent: async (claim) => void (await outcomes.load(claim)),
    giveBack: async (claim) => void (await returns.load(claim)),
    finish: async (id) => void (await ends.load(id)),
  };
}

function together<Told, Written>(write: (all: readonly Told[]) => Promise<Written[]>) {
  return new DataLoader<Told, Written>(write, {
    cache: false,
    batchScheduleFn: (begin) => void setTimeout(begin, GATHER_MS),
  });
}

async function untilWritten(
  open: () => Deliverer,
  ending: AbortSignal,
  write: () => Promise<void>,
): Promise<void> {
  const since = steadyNow();
  for (;;)
    try {
      return await write();
    } catch (error) {
      if (ending.aborted || steadyNow() - since > KEPT_MS) throw error;
      open().log.warn({ err: error }, 'what became of mails can not be written yet');
      await pause(RETRY_MS, undefined, { signal: ending }).catch(() => undefined);
    }
}
