import type { DeliveryState, LoginLinkState } from '@latchstring/operations';
import { clockTime } from './clock-time';
import { es } from './es/delivery-state';
import { pick } from './locale';

const en = {
  states: {
    QUEUED: 'Waiting to go out',
    SENT: 'On its way',
    DELIVERED: 'Arrived',
    BOUNCED: 'Came back',
    FAILED: 'Not sent',
    HELD: 'Held back',
  } satisfies Record<DeliveryState, string>,
  links: {
    NONE: undefined,
    WAITING: 'The login link is made when it goes out',
    ACTIVE: 'Login link not used yet',
    USED: 'Login link used',
    EXPIRED: 'Login link has run out',
    REVOKED: 'Login link made useless',
  } satisfies Record<LoginLinkState, string | undefined>,
  goodUntil: (time: string) => `Login link not used yet, good until ${time}`,
};

const texts = pick({ en, es });

export function deliveryStateWords(state: DeliveryState): string {
  return texts.states[state];
}

/** Undefined where the letter holds no login link. */
export function loginLinkWords(state: LoginLinkState, expiresAt: string | null): string | undefined {
  return state === 'ACTIVE' && expiresAt ? texts.goodUntil(clockTime(expiresAt)) : texts.links[state];
}
