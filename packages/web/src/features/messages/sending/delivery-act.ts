import type { DeliveryFieldsFragment } from '@latchstring/operations';
import { mayRetry } from './may-retry';

/** The one thing that the row of a delivery offers; undefined where nothing is left to do. */
export type DeliveryAct = 'CORRECT' | 'REACTIVATE' | 'RETRY' | 'WRITE';

type Delivery = Pick<DeliveryFieldsFragment, 'state' | 'loginLink' | 'fault' | 'email'> & {
  client: Pick<DeliveryFieldsFragment['client'], 'email' | 'status'>;
};

export function deliveryAct({ state, loginLink, fault, email, client }: Delivery): DeliveryAct | undefined {
  if (loginLink === 'USED') return undefined;
  if (state === 'DELIVERED') return 'WRITE';
  if (!mayRetry(state)) return undefined;
  if (client.status === 'INACTIVE') return 'REACTIVATE';
  // Once the address is another one, the mail has somewhere to go.
  const isSameAddress = client.email === email;
  return state === 'BOUNCED' && (fault ?? 'ADDRESS') === 'ADDRESS' && isSameAddress ? 'CORRECT' : 'RETRY';
}
