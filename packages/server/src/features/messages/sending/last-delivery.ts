import DataLoader from 'dataloader';
import { loggedIn, type RequestContext } from '../../../request-context.ts';
import type { DeliveryView } from '../writing/index.ts';
import { findLastDeliveries } from './find-deliveries.ts';

type Loader = DataLoader<string, DeliveryView | null>;
const loaders = new WeakMap<RequestContext, Loader>();

/** What the coach last sent to this client; those asked for together are read together. */
export function lastDelivery(context: RequestContext, clientId: string): Promise<DeliveryView | null> {
  const loader =
    loaders.get(context) ??
    // Nothing is kept: a mutation before this one in the same request may have sent another.
    new DataLoader((ids) => findLastDeliveries(context, loggedIn(context), ids), { cache: false });
  loaders.set(context, loader);
  return loader.load(clientId);
}
