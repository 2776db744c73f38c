import { MessageCountsDocument, MessageRowsDocument, type MessageRowsQuery } from '@latchstring/operations';
import { PagedQuery } from '../../../graphql/paged-query.svelte';
import { liveQuery } from '../../../graphql/apollo-client';
import { navigate, route } from '../../../routes';
import { readView, searchOf, type MessageView } from './message-view';

export type MessageRow = MessageRowsQuery['messages']['nodes'][number];

export const pageSize = 50;

let lastSearch = '';

/** Which list somebody saw last in this tab, as its address says it: a message leads back to it. */
export function lastView(): string {
  return lastSearch;
}

/** What the address asks for, and what there is of it. */
export class MessageList {
  readonly view = $derived(readView(route.pathname === '/messages' ? route.search : ''));
  /** Of the row that keys act on. */
  at = $state<string>();

  readonly rows = $derived.by(() => {
    const { show, search } = this.view;
    return new PagedQuery(
      (after) => liveQuery(MessageRowsDocument, { first: pageSize, after, show, search: search || null }),
      (data: MessageRowsQuery) => data.messages,
    );
  });

  constructor() {
    $effect(() => {
      lastSearch = searchOf(this.view);
    });
  }

  readonly #counted = liveQuery(MessageCountsDocument, {});

  get counts() {
    return this.#counted.current?.messageCounts;
  }

  /** The first, until somebody has gone to another. */
  get here(): string | undefined {
    const nodes = this.rows.nodes ?? [];
    return nodes.some(({ id }) => id === this.at) ? this.at : nodes[0]?.id;
  }

  /** Where the same stands with some of it otherwise. */
  hrefWith(change: Partial<MessageView>): string {
    return `/messages${searchOf({ ...this.view, ...change })}`;
  }

  /** In the entry that is open: Back leads to the page before, not through every letter. */
  seek(search: string): Promise<void> {
    const address = searchOf({ ...this.view, search });
    return navigate('/messages', { search: address, replace: true, scrollToTop: false });
  }

  async refresh(): Promise<void> {
    await Promise.all([this.rows.refresh(), this.#counted.refresh()]);
  }
}
