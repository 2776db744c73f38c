import { SaveDraftDocument, type MessageInput } from '@latchstring/operations';
import { nowInstant } from '../../../words/clock-time';
import type { Visit } from '../../../signed-in/visit.svelte';
import { whyRefused } from '../../../signed-in/why-refused';
import { forgetUnsaved, keepUnsaved, type Draft, type Written } from './unsaved';

type Start = {
  accountId: string;
  /** Under which this browser keeps what the server does not have yet. */
  name: string;
  draft: Draft | null;
  /** What needs no saving: the server has it, or nobody typed it. Undefined where all of it does. */
  saved: MessageInput | undefined;
};

/** Keeps a message while it is written: at once in this browser, soon as a draft on the server. */
export class DraftKeeper {
  draft = $state.raw<Draft | null>(null);
  state = $state<'new' | 'saving' | 'saved' | 'failed'>('new');
  savedAt = $state<string>();
  problem = $state<string>();
  /** newer: saved elsewhere since it was opened here. gone: sent or discarded elsewhere. Nothing is saved until it is settled. */
  conflict = $state<'newer' | 'gone'>();
  readonly #visit: Visit;
  readonly #start: Start;
  #savedText: string | undefined;
  #saving: Promise<void> | undefined;
  #isClosed = false;

  constructor(visit: Visit, start: Start) {
    this.#visit = visit;
    this.#start = start;
    this.draft = start.draft;
    this.#savedText = start.saved && JSON.stringify(start.saved);
  }

  /** In this browser, until the server has it. */
  keep(written: Written, input: MessageInput): void {
    if (this.#isClosed || JSON.stringify(input) === this.#savedText) return;
    const { accountId, name } = this.#start;
    keepUnsaved(accountId, { name, draft: this.draft, written }, [location.host]);
  }

  /** As a draft on the server, one save after the other. */
  async save(input: MessageInput): Promise<void> {
    await this.#saving;
    const text = JSON.stringify(input);
    if (this.#isClosed || this.conflict || text === this.#savedText) return;
    this.#saving = this.#save(input, text);
    await this.#saving;
  }

  async settled(): Promise<void> {
    await this.#saving;
  }

  /** What stands here becomes a draft of its own; the other one stays as it is. */
  keepApart(): void {
    this.draft = null;
    this.conflict = undefined;
    this.#savedText = undefined;
  }

  /** Kept in this browser as a message of its own, to be offered again; here nothing more is saved. */
  putAside(written: Written): void {
    this.close();
    const aside = { name: crypto.randomUUID(), draft: null, written };
    keepUnsaved(this.#start.accountId, aside, [location.host]);
  }

  /** From here on nothing is kept any more, neither here nor there. */
  close(): void {
    this.#isClosed = true;
    forgetUnsaved(this.#start.accountId, this.#start.name);
  }

  async #save(input: MessageInput, text: string): Promise<void> {
    this.state = 'saving';
    this.problem = undefined;
    const { data } = await this.#visit.run(SaveDraftDocument, {
      input,
      id: this.draft?.id ?? null,
      version: this.draft?.version ?? null,
    });
    const result = data?.saveDraft;
    if (result?.__typename === 'MessageAccepted') {
      const { id, version } = result.acceptedMessage;
      this.#savedText = text;
      this.draft = { id, version };
      this.state = 'saved';
      this.savedAt = nowInstant();
      if (!this.#isClosed) this.#remember({ id, version });
      return;
    }
    this.state = 'failed';
    if (result?.__typename !== 'InvalidInput') return;
    const fields = result.fields.map(({ field }) => field);
    if (fields.includes('version')) this.conflict = 'newer';
    else if (fields.includes('id')) this.conflict = 'gone';
    else this.problem = whyRefused(result);
  }

  /** The text is the server's now: this browser keeps only which draft it is, for a reload. */
  #remember(draft: Draft): void {
    const { accountId, name } = this.#start;
    keepUnsaved(accountId, { name, draft, written: null }, [location.host]);
  }
}
