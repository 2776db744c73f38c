import type { MessageProgressFieldsFragment } from '@latchstring/operations';

/*
 * The page of a message asks again and again, and is told nothing by a subscription. What becomes of a message happens in
 * workers and webhooks, on any machine: a subscription over SSE would need each API replica to hear of it from the
 * database, a connection held open through the proxy for each page, and the session looked at again at every event. This
 * is one small answer about one message while somebody looks at it, with every rule of a request, on any replica.
 */

const secondMs = 1_000;
const minuteMs = 60 * secondMs;

/** While mails go out, and in the seconds in which that can be undone. */
const quickMs = 2 * secondMs;
/** A mail arrives or comes back, a link is used, a reply comes. */
const calmMs = 20 * secondMs;
/** Somebody may change the schedule in another place. */
const slowMs = 5 * minuteMs;
/** Providers try for days before a mail comes back; after that only what is still on its way can change. */
const settledAfterMs = 14 * 24 * 60 * minuteMs;

type Progress = Pick<
  MessageProgressFieldsFragment,
  'state' | 'scheduledFor' | 'sentAt' | 'schedule' | 'deliveryCounts'
>;

/** How long to wait before looking at this message again; undefined: nothing changes by itself. */
export function lookAgainInMs(message: Progress, now: number = Date.now()): number | undefined {
  const { state, scheduledFor, sentAt, schedule, deliveryCounts } = message;
  if (state === 'SENDING') return quickMs;
  if (state === 'SCHEDULED') {
    const untilThenMs = scheduledFor === null ? 0 : Date.parse(scheduledFor) - now;
    // The clock of a device may be wrong, and a moment to undo is short.
    return schedule === null ? quickMs : Math.min(Math.max(untilThenMs, quickMs), slowMs);
  }
  if (state !== 'SENT') return undefined;
  const isFresh = sentAt === null || now - Date.parse(sentAt) < settledAfterMs;
  return isFresh || deliveryCounts.queued + deliveryCounts.sent > 0 ? calmMs : undefined;
}

/** And at a list: as soon as at any of them. It is never left alone, since others may come from another place. */
export function lookAtListInMs(messages: Progress[], now: number = Date.now()): number {
  return Math.min(calmMs, ...messages.map((message) => lookAgainInMs(message, now) ?? calmMs));
}
