import type { DeliveryCountFieldsFragment, MessageState } from '@latchstring/operations';
import { clockTime } from './clock-time';
import { es } from './es/message-state';
import { pick } from './locale';

const en = {
  DRAFT: () => 'Draft',
  SCHEDULED: (time: string) => (time ? `Goes out ${time}` : 'Goes out soon'),
  SENDING: () => 'Going out now',
  SENT: (time: string) => (time ? `Sent ${time}` : 'Sent'),
  CANCELLED: () => 'Cancelled',
  arrived: (count: number) => `${count} arrived`,
  onTheWay: (count: number) => `${count} on the way`,
  waiting: (count: number) => `${count} waiting`,
  cameBack: (count: number) => `${count} came back`,
  notSent: (count: number) => `${count} not sent`,
  heldBack: (count: number) => `${count} held back`,
};

const texts = pick({ en, es });

type Message = { state: MessageState; scheduledFor: string | null; sentAt: string | null };

export function messageStateWords({ state, scheduledFor, sentAt }: Message): string {
  const instant = state === 'SCHEDULED' ? scheduledFor : sentAt;
  return texts[state](instant ? clockTime(instant) : '');
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
