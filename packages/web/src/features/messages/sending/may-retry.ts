import type { DeliveryState } from '@latchstring/operations';

/** The states from which a coach can send a mail on its way again. */
export function mayRetry(state: DeliveryState): boolean {
  return state === 'FAILED' || state === 'BOUNCED' || state === 'HELD';
}
