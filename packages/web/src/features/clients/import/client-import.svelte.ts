import {
  CheckClientImportDocument,
  ImportClientsDocument,
  type ClientRowInput,
  type ClientRowOutcome,
} from '@latchstring/operations';
import { clientImportTexts as texts } from '@latchstring/texts/app/client-import';
import { timeWithForm } from '../../../words/time-with-form';
import { retryTime } from '../../../words/clock-time';
import { failureText } from '../../../words/failures';
import type { Visit } from '../../../signed-in/visit.svelte';
import { guessColumns, toRows, type ColumnField, type Columns, type FileRow } from './csv-columns';
import { readTable, type Table } from './csv-text';

export type JudgedRow = FileRow & {
  outcome: ClientRowOutcome;
  fields: readonly { field: string; message: string }[];
};

const mostBytes = 2_000_000;
const mostRows = 1_000;
/** Leaves room beside the rows in what the server takes at once. */
const mostSent = 240_000;
/** So many are added together: small enough to see it move, and to stop at a limit with little left undone. */
const chunkSize = 25;

/** One file of clients, from choosing it to the last of them. */
export class ClientImport {
  fileName = $state<string>();
  invite = $state(true);
  addAnyway = $state(false);
  columns = $state.raw<Columns>({ firstName: -1, lastName: -1, email: -1, timeZone: -1 });
  rows = $state.raw<JudgedRow[]>();
  problem = $state<string>();
  isBusy = $state(false);
  /** While the clients are added, and after: how many of the new ones have been gone through. */
  done = $state<number>();
  #table = $state.raw<Table>({ rows: [], brokenLine: undefined });
  #hasHead = true;
  #toAdd: JudgedRow[] = [];
  #turn = 0;
  readonly #visit: Visit;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  /** The heads of the columns, or what stands first in them. */
  get columnNames(): string[] {
    return this.#table.rows[0]?.cells ?? [];
  }

  count(outcome: ClientRowOutcome): number {
    return this.rows?.filter((row) => row.outcome === outcome).length ?? 0;
  }

  get total(): number {
    return this.#toAdd.length;
  }

  get isFinished(): boolean {
    return this.done !== undefined && this.done >= this.total;
  }

  async open(file: File): Promise<void> {
    this.rows = this.done = this.problem = undefined;
    this.fileName = file.name;
    if (file.size > mostBytes) return this.#refuse(texts.tooLarge);
    this.#table = readTable(new Uint8Array(await file.arrayBuffer()));
    const { rows, brokenLine } = this.#table;
    if (brokenLine) return this.#refuse(texts.brokenQuote({ line: brokenLine }));
    const { columns, hasHead } = guessColumns(this.#table);
    this.columns = columns;
    this.#hasHead = hasHead;
    const count = rows.length - (hasHead ? 1 : 0);
    if (count < 1) return this.#refuse(texts.empty);
    if (count > mostRows) return this.#refuse(texts.tooMany({ count, most: mostRows }));
    await this.check();
  }

  async choose(field: ColumnField, column: number): Promise<void> {
    this.columns = { ...this.columns, [field]: column };
    await this.check();
  }

  /** Asks what would happen. Nothing is written. */
  async check(): Promise<void> {
    const turn = ++this.#turn;
    this.problem = undefined;
    const rows = toRows(this.#table, this.columns, this.#hasHead);
    const sent = rows.map(asInput);
    if (JSON.stringify(sent).length > mostSent) return this.#refuse(texts.tooLarge);
    this.isBusy = true;
    const onDuplicateEmail = this.addAnyway ? 'ADD_ANYWAY' : 'ASK';
    const { data, failure } = await this.#visit.run(CheckClientImportDocument, {
      rows: sent,
      onDuplicateEmail,
    });
    if (turn !== this.#turn) return;
    this.isBusy = false;
    if (failure) return this.#refuse(failureText(failure));
    const result = data.checkClientImport;
    if (result.__typename === 'InvalidInput') return this.#refuse(result.message);
    this.rows = result.rows.flatMap(({ row, outcome, fields }) => {
      const read = rows[row];
      return read ? [{ ...read, outcome, fields }] : [];
    });
  }

  #refuse(problem: string): void {
    this.problem = problem;
  }

  /** Adds those who are new, or goes on where it stopped. What is done stays done, and is never done twice. */
  async run(): Promise<void> {
    this.problem = undefined;
    if (this.done === undefined) {
      this.#toAdd = this.rows?.filter(({ outcome }) => outcome === 'ADDED') ?? [];
      this.done = 0;
    }
    this.isBusy = true;
    while (!this.problem && this.done < this.total) await this.#addSome(this.done);
    this.isBusy = false;
  }

  async #addSome(from: number): Promise<void> {
    const some = this.#toAdd.slice(from, from + chunkSize);
    const { data, failure } = await this.#visit.run(ImportClientsDocument, {
      rows: some.map(asInput),
      invite: this.invite,
      onDuplicateEmail: this.addAnyway ? 'ADD_ANYWAY' : 'ASK',
    });
    if (failure) return this.#refuse(failureText(failure));
    const result = data.importClients;
    if (result.__typename === 'TooManyAttempts')
      return this.#refuse(texts.limitReached(timeWithForm(retryTime(result.retryAt))));
    if (result.__typename === 'InvalidInput') return this.#refuse(result.message);
    this.done = from + some.length;
  }
}

function asInput({ firstName, lastName, email, timeZone }: FileRow): ClientRowInput {
  return { firstName, lastName, email, timeZone: timeZone ?? null };
}
