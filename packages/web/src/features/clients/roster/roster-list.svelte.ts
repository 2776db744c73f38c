import {
  ClientCountsDocument,
  ClientRowsDocument,
  type ClientOrder,
  type ClientRowsQuery,
} from '@latchstring/operations';
import { PagedQuery } from '../../../graphql/paged-query.svelte';
import { liveQuery } from '../../../graphql/apollo-client';
import { navigate, route } from '../../../routes';
import { leaveTrail } from './roster-trail';
import { orderOf, readView, searchOf, type RosterView } from './roster-view';

export type RosterClient = ClientRowsQuery['clients']['nodes'][number];

export const pageSize = 50;

/** What the address asks for, and what there is of it. */
export class RosterList {
  readonly #address = $derived(route.pathname === '/clients' ? route.search : '');
  readonly view = $derived(readView(this.#address));
  readonly orderBy = $derived(orderOf(this.view));

  readonly rows = $derived.by(() => {
    const { show, search } = this.view;
    const asked = { show, search: search || null, orderBy: this.orderBy };
    return new PagedQuery(
      (after) => liveQuery(ClientRowsDocument, { first: pageSize, after, ...asked }),
      (data: ClientRowsQuery) => data.clients,
    );
  });

  readonly #counted = $derived(liveQuery(ClientCountsDocument, { search: this.view.search || null }));
  readonly counts = $derived(this.#counted.current?.clientCounts);

  constructor() {
    // Asked before the page is drawn: drawing it takes as long as the answer.
    $effect.pre(() => void this.rows.nodes);
    $effect(() => {
      const { nodes, totalCount: total } = this.rows;
      if (nodes)
        leaveTrail({ search: this.#address, show: this.view.show, ids: nodes.map(({ id }) => id), total });
    });
  }

  /** Where the same stands with some of it otherwise. */
  searchWith(change: Partial<RosterView>): string {
    return searchOf({ ...this.view, ...change });
  }

  /** In the entry that is open: Back leads to the page before, not through every letter. */
  change(change: Partial<RosterView>): Promise<void> {
    const search = this.searchWith(change);
    return navigate('/clients', { search, replace: true, scrollToTop: false });
  }

  sort(orderBy: ClientOrder): Promise<void> {
    return this.change({ orderBy });
  }

  async refresh(): Promise<void> {
    await Promise.all([this.rows.refresh(), this.#counted.refresh()]);
  }
}
