import {
  MessageDeliveriesDocument,
  type DeliveryOutcome,
  type MessageDeliveriesQuery,
} from '@latchstring/operations';
import { PagedQuery } from '../../../graphql/paged-query.svelte';
import { liveQuery } from '../../../graphql/apollo-client';
import { navigate, route } from '../../../routes';
import { readOutcome, searchOfOutcome } from './delivery-outcomes';

export const pageSize = 50;

/** Who gets a message: those that its address asks for, who need the coach before all others. */
export class DeliveryList {
  readonly #messageId: string;

  readonly outcome: DeliveryOutcome | null = $derived.by(() =>
    route.params['id'] === this.#messageId ? readOutcome(route.search) : null,
  );

  readonly rows = $derived.by(() => {
    const { outcome } = this;
    const wish = { id: this.#messageId, first: pageSize, outcome, orderBy: 'NEED_YOU' } as const;
    return new PagedQuery(
      (after) => liveQuery(MessageDeliveriesDocument, { ...wish, after }),
      (data: MessageDeliveriesQuery) => data.message?.deliveries,
    );
  });

  constructor(messageId: string) {
    this.#messageId = messageId;
  }

  /** In the entry that is open: Back leads to the page before. */
  choose(outcome: DeliveryOutcome | null): Promise<void> {
    const params = { id: this.#messageId };
    const search = searchOfOutcome(outcome);
    return navigate('/messages/:id', { params, search, replace: true, scrollToTop: false });
  }
}
