import type { Failure } from './failure';
import type { LiveQuery } from './live-query.svelte';

type Connection<Node> = {
  nodes: Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

/** A list that grows at its end: every page of it is a live query of its own. */
export class PagedQuery<Data, Node extends { id: string }> {
  readonly #ask: (after: string | null) => LiveQuery<Data>;
  readonly #connectionIn: (data: Data) => Connection<Node> | undefined;
  #pages = $state.raw<LiveQuery<Data>[]>([]);

  constructor(
    ask: (after: string | null) => LiveQuery<Data>,
    connectionIn: (data: Data) => Connection<Node> | undefined,
  ) {
    this.#ask = ask;
    this.#connectionIn = connectionIn;
    this.#pages = [ask(null)];
  }

  /** All of the first answer, for what stands beside the list. */
  get first(): Data | undefined {
    return this.#pages[0]?.current;
  }

  /** Undefined until the first answer has come. */
  get nodes(): Node[] | undefined {
    const connections = this.#connections;
    if (connections.length === 0) return undefined;
    // Pages are asked one by one: what moved from one to another in between stands in both for a moment.
    const nodes = connections.flatMap((connection) => connection.nodes);
    return [...Map.groupBy(nodes, ({ id }) => id).values()].flatMap(([node]) => node ?? []);
  }

  get totalCount(): number {
    return this.#connections[0]?.totalCount ?? 0;
  }

  get hasMore(): boolean {
    return this.#connections.at(-1)?.pageInfo.hasNextPage ?? false;
  }

  /** Of how many pages the rows are here. */
  get pageCount(): number {
    return this.#connections.length;
  }

  /** The next page has been asked for and is not here yet. */
  get isWaiting(): boolean {
    return this.#connections.length < this.#pages.length && !this.failure;
  }

  get failure(): Failure | undefined {
    return this.#pages.map((page) => page.failure).find((failure) => failure !== undefined);
  }

  showMore(): void {
    const end = this.#connections.at(-1)?.pageInfo.endCursor;
    if (end && !this.isWaiting) this.#pages = [...this.#pages, this.#ask(end)];
  }

  async refresh(): Promise<void> {
    await Promise.all(this.#pages.map((page) => page.refresh()));
  }

  get #connections(): Connection<Node>[] {
    return this.#pages.flatMap((page) => {
      const connection = page.current && this.#connectionIn(page.current);
      return connection ? [connection] : [];
    });
  }
}
