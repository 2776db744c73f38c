import type { DeliveryCountFieldsFragment, MessageState } from '@latchstring/operations';
import { clockTime, fullTime } from './clock-time';
import { es } from './es/message-state';
import { pick } from './locale';
import { isOwnClock, zonedTime } from './zoned-time';

const en = {
  DRAFT: () => 'Draft',
  SCHEDULED: (time: string) => (time ? `Goes out ${time}` : 'Goes out soon'),
  planned: (time: string) => `Goes out ${time}`,
  plannedElsewhere: (time: string, own: string) => `Goes out ${time} (on your clock ${own})`,
  SENDING: () => 'Going out now',
  SENT: (time: string) => (time ? `Sent ${time}` : 'Sent'),
  unsent: (time: string) => `Sent to nobody yet, tried ${time}`,
  CANCELLED: () => 'Cancelled',
  arrived: (count: number) => `${count} arrived`,
  onTheWay: (count: number) => `${count} on the way`,
  waiting: (count: number) => `${count} waiting`,
  cameBack: (count: number) => `${count} came back`,
  notSent: (count: number) => `${count} not sent`,
  heldBack: (count: number) => `${count} held back`,
};

const texts = pick({ en, es });

type Message = {
  state: MessageState;
  schedule: { timeZone: string } | null;
  scheduledFor: string | null;
  sentAt: string | null;
  deliveryCounts: DeliveryCountFieldsFragment;
};

/** A schedule is told on the clocks that it was made for, and on the reader's own where they show another time. */
export function messageStateWords(message: Message): string {
  const { state, schedule, scheduledFor, sentAt, deliveryCounts } = message;
  if (state === 'SCHEDULED' && schedule && scheduledFor) {
    const time = zonedTime(scheduledFor, schedule.timeZone);
    const isOwn = isOwnClock(scheduledFor, schedule.timeZone);
    return isOwn ? texts.planned(time) : texts.plannedElsewhere(time, fullTime(scheduledFor));
  }
  const { failed, held } = deliveryCounts;
  if (state === 'SENT' && sentAt && failed + held > 0 && failed + held === deliveryTotal(deliveryCounts))
    return texts.unsent(clockTime(sentAt));
  const instant = state === 'SCHEDULED' ? scheduledFor : sentAt;
  return texts[state](instant ? clockTime(instant) : '');
}

export function deliveryTotal(counts: DeliveryCountFieldsFragment): number {
  const { queued, sent, delivered, bounced, failed, held } = counts;
  return queued + sent + delivered + bounced + failed + held;
}

/** "3 arrived, 1 came back": only what there is. Empty before anything has begun. */
export function deliveryCountWords(counts: DeliveryCountFieldsFragment): string {
  const parts: [number, (count: number) => string][] = [
    [counts.delivered, texts.arrived],
    [counts.sent, texts.onTheWay],
    [counts.queued, texts.waiting],
    [counts.bounced, texts.cameBack],
    [counts.failed, texts.notSent],
    [counts.held, texts.heldBack],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => words(count))
    .join(', ');
}
