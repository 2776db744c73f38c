import { ClientsDocument, type ClientFieldsFragment } from '@latchstring/operations';
import { failureText } from '../../../words/failures';
import type { Visit } from '../../../signed-in/visit.svelte';

const most = 8;

/** Clients by a part of their name or address. */
export class RecipientSearch {
  /** Undefined until an answer has come. */
  found = $state.raw<ClientFieldsFragment[]>();
  /** Why none came. */
  problem = $state<string>();
  readonly #visit: Visit;
  #asked = 0;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  /** What was asked before no longer counts, whenever its answer comes. */
  forget(): void {
    this.#asked += 1;
    this.found = this.problem = undefined;
  }

  async ask(search: string): Promise<void> {
    this.forget();
    const turn = this.#asked;
    const { data, failure } = await this.#visit.run(ClientsDocument, {
      first: most,
      after: null,
      search,
      status: null,
      orderBy: 'NAME',
    });
    if (turn !== this.#asked) return;
    if (failure) this.problem = failureText(failure);
    else this.found = data.clients.nodes;
  }
}
