import type { DeliveryState, LoginLinkState } from '@latchstring/operations';
import { deliveryStateTexts as texts } from '@latchstring/texts/app/delivery-state';
import type { BadgeLook } from '../ui/badge-look';
import { timeWithForm } from './time-with-form';
import { clockTime } from './clock-time';

const looks: Record<DeliveryState, Omit<BadgeLook, 'text'>> = {
  QUEUED: { kind: 'wait', icon: 'clock' },
  SENT: { kind: 'wait', icon: 'clock' },
  DELIVERED: { kind: 'good', icon: 'check' },
  BOUNCED: { kind: 'bad', icon: 'returned' },
  FAILED: { kind: 'bad', icon: 'returned' },
  HELD: { kind: 'quiet', icon: 'off' },
};

/** What became of a mail, in a shape and a word or two. */
export function deliveryBadge(state: DeliveryState): BadgeLook {
  return { ...looks[state], text: texts.states[state] };
}

export function deliveryStateWords(state: DeliveryState): string {
  return texts.states[state];
}

/** Undefined where the letter holds no login link. */
export function loginLinkWords(state: LoginLinkState, expiresAt: string | null): string | undefined {
  if (state === 'NONE') return undefined;
  return state === 'ACTIVE' && expiresAt
    ? texts.goodUntil(timeWithForm(clockTime(expiresAt)))
    : texts.links[state];
}
