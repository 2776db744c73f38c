import type { DeliveryOutcome, OutcomeCountFieldsFragment } from '@latchstring/operations';
import { deliveryStateTexts } from '@latchstring/texts/app/delivery-state';
import { messagePagesTexts as texts } from '@latchstring/texts/app/message-pages';
import { choiceNamed } from '../../../signed-in/list-address';
import type { BarPart } from '../../../ui/bar-part';

/** As the address of a message says which of its deliveries are shown; nothing there means all. */
const inAddress: Record<DeliveryOutcome, string> = {
  CAME_IN: 'came-in',
  ARRIVED: 'arrived',
  ON_THE_WAY: 'on-the-way',
  CAME_BACK: 'came-back',
  NOT_SENT: 'not-sent',
  HELD: 'held',
};

export function readOutcome(search: string): DeliveryOutcome | null {
  return choiceNamed(inAddress, new URLSearchParams(search).get('show')) ?? null;
}

/** With its question mark; empty for all. */
export function searchOfOutcome(outcome: DeliveryOutcome | null): string {
  return outcome ? `?show=${inAddress[outcome]}` : '';
}

type Chip = { value: DeliveryOutcome; label: string; count: number; kind: BarPart['kind'] };

/** Each outcome, how many have it, and the part of the bar that shows them. */
export function outcomeChips(counts: OutcomeCountFieldsFragment, hasLinks: boolean): Chip[] {
  const { cameIn, arrived, onTheWay, cameBack, notSent, held } = counts;
  const { states } = deliveryStateTexts;
  const arrivedWords = hasLinks ? texts.arrivedUnused : states.DELIVERED;
  return [
    { value: 'CAME_IN', label: texts.cameIn, count: cameIn, kind: 'used' },
    { value: 'ARRIVED', label: arrivedWords, count: arrived, kind: 'arrived' },
    { value: 'ON_THE_WAY', label: states.SENT, count: onTheWay, kind: 'way' },
    { value: 'CAME_BACK', label: states.BOUNCED, count: cameBack, kind: 'bad' },
    { value: 'NOT_SENT', label: states.FAILED, count: notSent, kind: 'bad' },
    { value: 'HELD', label: states.HELD, count: held, kind: 'held' },
  ];
}
