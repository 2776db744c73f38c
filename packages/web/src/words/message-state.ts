import type { DeliveryCountFieldsFragment, MessageState } from '@latchstring/operations';
import { messageStateTexts as texts } from '@latchstring/texts/app/message-state';
import { timeWithForm } from './time-with-form';
import { clockTime, fullTime } from './clock-time';
import { isOwnClock, zonedTime } from './zoned-time';

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
    return isOwn
      ? texts.planned(timeWithForm(time))
      : texts.plannedElsewhere({ time, own: fullTime(scheduledFor) });
  }
  const { failed, held } = deliveryCounts;
  if (state === 'SENT' && sentAt && failed + held > 0 && failed + held === deliveryTotal(deliveryCounts))
    return texts.unsent(timeWithForm(clockTime(sentAt)));
  if (state === 'SCHEDULED')
    return scheduledFor ? texts.planned(timeWithForm(clockTime(scheduledFor))) : texts.soon;
  if (state === 'SENT') return sentAt ? texts.sentAt(timeWithForm(clockTime(sentAt))) : texts.sent;
  return { DRAFT: texts.draft, SENDING: texts.sending, CANCELLED: texts.cancelled }[state];
}

export function deliveryTotal(counts: DeliveryCountFieldsFragment): number {
  const { queued, sent, delivered, bounced, failed, held } = counts;
  return queued + sent + delivered + bounced + failed + held;
}
