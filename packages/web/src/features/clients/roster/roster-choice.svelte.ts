import { SvelteMap } from 'svelte/reactivity';
import type { RosterClient } from './roster-list.svelte';

/** Who is chosen, also of rows that are not shown at the moment, and where in the list somebody is. */
export class RosterChoice {
  readonly #chosen = new SvelteMap<string, RosterClient>();
  /** Of the row that keys act on. */
  here = $state<string>();
  /** On a phone choosing begins with a word of the menu. */
  isBegun = $state(false);

  get clients(): RosterClient[] {
    return [...this.#chosen.values()];
  }

  get isOpen(): boolean {
    return this.isBegun || this.#chosen.size > 0;
  }

  has(id: string): boolean {
    return this.#chosen.has(id);
  }

  set(client: RosterClient, isChosen: boolean): void {
    if (isChosen) this.#chosen.set(client.id, client);
    else this.#chosen.delete(client.id);
  }

  setAll(clients: RosterClient[], isChosen: boolean): void {
    for (const client of clients) this.set(client, isChosen);
  }

  clear(): void {
    this.#chosen.clear();
    this.isBegun = false;
  }

  /** The first, until somebody has gone to another. */
  hereIn(clients: RosterClient[]): string | undefined {
    return clients.some(({ id }) => id === this.here) ? this.here : clients[0]?.id;
  }
}
