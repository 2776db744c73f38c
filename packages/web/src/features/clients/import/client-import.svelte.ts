import {
  CheckClientImportDocument,
  type ClientRowInput,
  type ClientRowOutcome,
} from '@latchstring/operations';
import { clientImportTexts as texts } from '@latchstring/texts/app/client-import';
import { SvelteMap } from 'svelte/reactivity';
import { failureText } from '../../../words/failures';
import type { Visit } from '../../../signed-in/visit.svelte';
import { ImportRun } from './import-run.svelte';
import { ImportTable } from './import-table.svelte';
import { addressIn } from './people/address-in';
import { readPeople, type FilePerson } from './people/read-people';
import { linesOf, rowsAt, rowsOf, type ImportRow, type RowGroup } from './row-groups';

export type RowField = 'firstName' | 'lastName' | 'email';

/** Leaves room beside the rows in what the server takes at once. */
const mostSent = 240_000;

/** A list of clients, from choosing the file to the last of them. */
export class ClientImport {
  readonly table = new ImportTable();
  readonly run: ImportRun;
  rows = $state.raw<ImportRow[]>();
  group = $state<RowGroup>('ALL');
  /** The rows on show, by their lines. They stay while they are mended, whatever becomes of them. */
  #lines = $state.raw<number[]>([]);
  /** What somebody ticked or unticked, by line. */
  readonly #ticks = new SvelteMap<number, boolean>();
  problem = $state<string>();
  isChecking = $state(false);
  #turn = 0;
  #judging = Promise.resolve();
  /** Whom was asked about last, whether an answer came or not. */
  #people: FilePerson[] = [];
  #isAdding = false;
  readonly #visit: Visit;

  constructor(visit: Visit) {
    this.#visit = visit;
    this.run = new ImportRun(visit);
  }

  get shown(): ImportRow[] {
    return rowsAt(this.#lines, this.rows ?? []);
  }

  get chosen(): ImportRow[] {
    return this.rows?.filter((row) => this.isChosen(row)) ?? [];
  }

  /** Somebody new is in unless unticked; who shares an address only where ticked. */
  isChosen({ line, outcome }: ImportRow): boolean {
    return this.mayChoose({ outcome }) && (this.#ticks.get(line) ?? outcome === 'ADDED');
  }

  mayChoose({ outcome }: Pick<ImportRow, 'outcome'>): boolean {
    return outcome === 'ADDED' || outcome === 'ADDRESS_IN_USE';
  }

  tick(rows: ImportRow[], isChosen: boolean): void {
    for (const { line } of rows) this.#ticks.set(line, isChosen);
  }

  count(group: RowGroup): number {
    return rowsOf(group, this.rows ?? []).length;
  }

  show(group: RowGroup): void {
    this.group = group;
    this.#lines = linesOf(rowsOf(group, this.rows ?? []));
  }

  async open(file: File): Promise<void> {
    this.rows = undefined;
    if (await this.table.open(file)) await this.readAgain();
  }

  async paste(text: string): Promise<void> {
    this.rows = undefined;
    if (this.table.paste(text)) await this.readAgain();
  }

  /** After the table is read in another way. What was mended belonged to the way before. */
  async readAgain(): Promise<void> {
    if (this.table.isAsking) return;
    const { rows, columns, heads } = this.table;
    this.#ticks.clear();
    await this.#judge(readPeople(rows, columns, heads));
    this.show('ALL');
  }

  /** What somebody typed in a row is judged as they leave it. */
  async mend(row: ImportRow, field: RowField, value: string): Promise<void> {
    if (value === row[field] || !this.rows) return;
    const isIt = ({ line }: FilePerson): boolean => line === row.line;
    this.rows = this.rows.map((each) => (isIt(each) ? mended(each, field, value) : each));
    await this.#judge(this.rows);
  }

  /** Whoever mends a row and goes on to this button at once means it to be in: its judgement is waited for. */
  async add(): Promise<void> {
    if (this.#isAdding) return;
    this.#isAdding = true;
    await this.#judging;
    this.#isAdding = false;
    if (this.problem) return;
    const inputs = (outcome: ClientRowOutcome): ClientRowInput[] =>
      this.chosen.filter((row) => row.outcome === outcome).map(asInput);
    await this.run.begin(inputs('ADDED'), inputs('ADDRESS_IN_USE'));
  }

  /** Where no answer came. Until one does, nobody is added. */
  async askAgain(): Promise<void> {
    await this.#judge(this.#people);
    this.show(this.group);
  }

  #judge(people: FilePerson[]): Promise<void> {
    this.#people = people;
    return (this.#judging = this.#ask(people));
  }

  /** Asks what would happen with each. Nothing is written. */
  async #ask(people: FilePerson[]): Promise<void> {
    const turn = ++this.#turn;
    this.problem = undefined;
    this.isChecking = false;
    const rows = people.map(asInput);
    if (JSON.stringify(rows).length > mostSent) return this.#refuse(texts.tooLarge);
    this.isChecking = true;
    const { data, failure } = await this.#visit.run(CheckClientImportDocument, {
      rows,
      onDuplicateEmail: 'ASK',
    });
    if (turn !== this.#turn) return;
    this.isChecking = false;
    if (failure) return this.#refuse(failureText(failure));
    const result = data.checkClientImport;
    if (result.__typename === 'InvalidInput') return this.#refuse(result.message);
    this.rows = result.rows.flatMap(({ row, outcome, fields, sharedWith }) => {
      const person = people[row];
      return person ? [{ ...person, outcome, fields, sharedWith }] : [];
    });
  }

  #refuse(problem: string): void {
    this.problem = problem;
  }
}

/** As it is kept: an address without what was pasted around it. */
export function cleaned(field: RowField, typed: string): string {
  return field === 'email' ? addressIn(typed).email : typed.trim();
}

function mended(row: ImportRow, field: RowField, value: string): ImportRow {
  const changed = { ...row, [field]: value };
  const isNamed = changed.firstName !== '' || changed.lastName !== '';
  const isDone = (kind: string): boolean =>
    (kind === 'NO_NAME' && isNamed) || (kind === 'MORE_ADDRESSES' && field === 'email');
  return { ...changed, notes: row.notes.filter(({ kind }) => !isDone(kind)) };
}

function asInput({ firstName, lastName, email, timeZone, locale }: FilePerson): ClientRowInput {
  return { firstName, lastName, email, timeZone, locale };
}
