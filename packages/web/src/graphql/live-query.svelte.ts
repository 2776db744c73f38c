import { createSubscriber } from 'svelte/reactivity';
import type { ObservableQuery } from '@apollo/client';
import { failureFrom } from './run';
import type { Failure } from './failure';

/** An Apollo query as Svelte sees it: what reads `current` is drawn again when the store changes. */
export class LiveQuery<Data> {
  readonly #query: ObservableQuery<unknown>;
  readonly #subscribe: () => void;

  constructor(query: ObservableQuery<unknown>) {
    this.#query = query;
    this.#subscribe = createSubscriber((update) => {
      const subscription = query.subscribe({ next: update, error: update });
      return () => subscription.unsubscribe();
    });
  }

  /** The newest whole answer; undefined until one has come. */
  get current(): Data | undefined {
    this.#subscribe();
    const { data, dataState } = this.#query.getCurrentResult();
    return dataState === 'complete' ? (data as Data) : undefined;
  }

  get failure(): Failure | undefined {
    this.#subscribe();
    const { error } = this.#query.getCurrentResult();
    return error ? failureFrom(error) : undefined;
  }

  /** Asks the server again; a failure shows in `failure`. */
  async refresh(): Promise<void> {
    await this.#query.refetch().catch(() => undefined);
  }
}
