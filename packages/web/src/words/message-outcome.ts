import type {
  DeliveryCountFieldsFragment,
  MessageState,
  OutcomeCountFieldsFragment,
} from '@latchstring/operations';
import { messageListTexts as texts } from '@latchstring/texts/app/message-list';
import { messagePagesTexts } from '@latchstring/texts/app/message-pages';
import { messageStateTexts } from '@latchstring/texts/app/message-state';
import type { BadgeLook } from '../ui/badge-look';
import type { BarPart } from '../ui/bar-part';
import { clockTime, shortDay, timeUntil } from './clock-time';
import { deliveryTotal, messageStateWords } from './message-state';
import { isOwnClock } from './zoned-time';

type Message = {
  state: MessageState;
  createdAt: string;
  scheduledFor: string | null;
  sentAt: string | null;
  schedule: { timeZone: string } | null;
  deliveryCounts: DeliveryCountFieldsFragment;
  linkCounts: { made: number; used: number };
};

/** How a message stands, as a row of the list says it: what went wrong before what went well. */
export function messageBadge(message: Message): BadgeLook {
  const { state, schedule } = message;
  switch (state) {
    case 'DRAFT':
      return { kind: 'open', icon: 'pen', text: messageStateTexts.draft };
    case 'CANCELLED':
      return { kind: 'quiet', icon: 'off', text: messageStateTexts.cancelled };
    case 'SCHEDULED':
      return { kind: 'wait', icon: 'calendar', text: schedule ? texts.scheduledState : texts.goesSoon };
    case 'SENDING':
      return { kind: 'wait', icon: 'mail', text: messageStateTexts.sending };
    case 'SENT':
      return sentBadge(message);
  }
}

function sentBadge({ deliveryCounts: counts, linkCounts }: Message): BadgeLook {
  const total = deliveryTotal(counts);
  const { bounced, failed, held } = counts;
  if (bounced > 0) return { kind: 'bad', icon: 'returned', text: texts.cameBack({ count: bounced, total }) };
  if (failed > 0) return { kind: 'bad', icon: 'warn', text: texts.notSent({ count: failed, total }) };
  if (held > 0) return { kind: 'quiet', icon: 'clock', text: texts.heldBack({ count: held, total }) };
  if (total === 1 && linkCounts.used === 1) return { kind: 'good', icon: 'key', text: texts.linkUsed };
  return { kind: 'good', icon: 'check', text: messageStateTexts.sent };
}

/** What became of it, in the words beside the bar. */
export function messageOutcome(message: Message): string {
  const { state, createdAt, scheduledFor, schedule, deliveryCounts: counts } = message;
  switch (state) {
    case 'DRAFT':
      return texts.begun({ day: shortDay(createdAt) });
    case 'CANCELLED':
      return texts.nothingSent;
    case 'SCHEDULED': {
      if (!scheduledFor) return messageStateTexts.soon;
      // Days alone would hide that clocks elsewhere are meant.
      const isElsewhere = schedule && !isOwnClock(scheduledFor, schedule.timeZone);
      return isElsewhere ? messageStateWords(message) : texts.goesOut({ when: timeUntil(scheduledFor) });
    }
    case 'SENDING': {
      const total = deliveryTotal(counts);
      return messagePagesTexts.progress({ done: total - counts.queued, total });
    }
    case 'SENT':
      return deliveryTotal(counts) === 1 ? outcomeForOne(message) : outcomeForMany(message);
  }
}

function outcomeForOne({ deliveryCounts: counts, linkCounts }: Message): string {
  // Of a mail that came back its link says nothing more.
  if (counts.bounced > 0) return texts.notArrived;
  if (counts.failed + counts.held > 0) return texts.neverWent;
  if (linkCounts.used > 0) return texts.cameInByLink;
  if (counts.delivered === 0) return texts.onItsWay;
  return linkCounts.made > 0 ? texts.linkNotUsed : texts.arrived;
}

function outcomeForMany({ deliveryCounts: counts, linkCounts: { made, used } }: Message): string {
  if (made > 0) return texts.linkUsedOf({ used, made });
  return texts.arrivedOf({ arrived: counts.delivered, total: deliveryTotal(counts) });
}

/** Empty where there is nothing to compare: before it goes, and with one reader. */
export function messageBar(counts: OutcomeCountFieldsFragment): BarPart[] {
  const { cameIn, arrived, onTheWay, cameBack, notSent, held } = counts;
  const parts: BarPart[] = [
    { kind: 'used', count: cameIn },
    { kind: 'arrived', count: arrived },
    { kind: 'way', count: onTheWay },
    { kind: 'bad', count: cameBack + notSent },
    { kind: 'held', count: held },
  ];
  return parts.reduce((all, { count }) => all + count, 0) > 1 ? parts : [];
}

/** When it went or goes; of what did neither, when it was begun. */
export function messageTime({ sentAt, scheduledFor, createdAt, state }: Message): string {
  return clockTime(sentAt ?? (state === 'SCHEDULED' ? scheduledFor : null) ?? createdAt);
}
