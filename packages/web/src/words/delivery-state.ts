import type { DeliveryState, LoginLinkState } from '@latchstring/operations';
import { deliveryStateTexts as texts } from '@latchstring/texts/app/delivery-state';
import { told } from './told';
import { clockTime } from './clock-time';

export function deliveryStateWords(state: DeliveryState): string {
  return texts.states[state];
}

/** Undefined where the letter holds no login link. */
export function loginLinkWords(state: LoginLinkState, expiresAt: string | null): string | undefined {
  if (state === 'NONE') return undefined;
  return state === 'ACTIVE' && expiresAt ? texts.goodUntil(told(clockTime(expiresAt))) : texts.links[state];
}
