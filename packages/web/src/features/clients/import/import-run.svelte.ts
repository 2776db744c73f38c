import { ImportClientsDocument, type ClientRowInput } from '@latchstring/operations';
import { clientImportTexts as texts } from '@latchstring/texts/app/client-import';
import { timeWithForm } from '../../../words/time-with-form';
import { retryTime } from '../../../words/clock-time';
import { failureText } from '../../../words/failures';
import type { Visit } from '../../../signed-in/visit.svelte';

/** So many are added together: small enough to see it move, and to stop at a limit with little left undone. */
const chunkSize = 25;

type Chunk = { rows: ClientRowInput[]; mayShare: boolean };

/** Adding those who were chosen, some after the other. What is done stays done, and is never done twice. */
export class ImportRun {
  invite = $state(true);
  problem = $state<string>();
  isRunning = $state(false);
  total = $state(0);
  /** How many have been gone through, from the first press on. */
  done = $state<number>();
  /** How many of these are new clients now: others may have come in meanwhile by another way. */
  added = $state(0);
  #waiting: Chunk[] = [];
  readonly #visit: Visit;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  get isFinished(): boolean {
    return this.done !== undefined && this.done >= this.total;
  }

  /** Those with an address of their own first: who shares one of theirs then knows that it is taken. */
  async begin(own: ClientRowInput[], sharing: ClientRowInput[]): Promise<void> {
    this.#waiting = [...chunks(own, false), ...chunks(sharing, true)];
    this.total = own.length + sharing.length;
    this.done = 0;
    await this.goOn();
  }

  async goOn(): Promise<void> {
    this.problem = undefined;
    this.isRunning = true;
    for (let next = this.#waiting[0]; next && !this.problem; next = this.#waiting[0]) await this.#add(next);
    this.isRunning = false;
  }

  async #add({ rows, mayShare }: Chunk): Promise<void> {
    const { data, failure } = await this.#visit.run(ImportClientsDocument, {
      rows,
      invite: this.invite,
      onDuplicateEmail: mayShare ? 'ADD_ANYWAY' : 'ASK',
    });
    if (failure) return this.#refuse(failureText(failure));
    const result = data.importClients;
    if (result.__typename === 'TooManyAttempts')
      return this.#refuse(texts.limitReached(timeWithForm(retryTime(result.retryAt))));
    if (result.__typename === 'InvalidInput') return this.#refuse(result.message);
    this.#waiting = this.#waiting.slice(1);
    this.done = (this.done ?? 0) + rows.length;
    this.added += result.rows.filter(({ outcome }) => outcome === 'ADDED').length;
  }

  #refuse(problem: string): void {
    this.problem = problem;
  }
}

function chunks(rows: ClientRowInput[], mayShare: boolean): Chunk[] {
  const count = Math.ceil(rows.length / chunkSize);
  return Array.from({ length: count }, (_, n) => ({
    rows: rows.slice(n * chunkSize, (n + 1) * chunkSize),
    mayShare,
  }));
}
