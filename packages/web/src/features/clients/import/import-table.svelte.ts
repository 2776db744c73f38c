import { clientImportTexts as texts } from '@latchstring/texts/app/client-import';
import { uiTexts } from '@latchstring/texts/app/ui';
import type { TableRow } from './file/csv-text';
import { encodings, type Encoding } from './file/letters';
import { letterSamples, readFile, readText, type ReadFile, type Unread } from './file/read-file';
import { findHeads, guessColumns, type ColumnField, type Columns } from './people/columns';
import { filledColumns, type FilledColumn } from './people/filled-columns';
import { pastedRows } from './people/pasted-rows';

const mostBytes = 5_000_000;
const mostRows = 1_000;

/** What was chosen or pasted, as rows and columns, and how it is to be read. */
export class ImportTable {
  /** Of the file; of pasted text, empty. */
  name = $state<string>();
  problem = $state<string>();
  isReading = $state(false);
  rows = $state.raw<TableRow[]>([]);
  /** The place of the row with the heads; -1: there is none. */
  heads = $state(-1);
  columns = $state.raw<Columns>([]);
  letters = $state.raw<ReadFile['letters']>();
  sheet = $state.raw<ReadFile['sheet']>();
  #bytes = new Uint8Array();

  /** True while only a person can tell how the letters are to be read. */
  get isAsking(): boolean {
    return this.letters?.isSure === false;
  }

  /** Each way to write letters that reads otherwise than the ones before, with what the file says in it. */
  get letterChoices(): { encoding: Encoding; samples: string[] }[] {
    const choices = encodings.map((encoding) => ({
      encoding,
      samples: letterSamples(this.#bytes, encoding),
    }));
    const said = choices.map(({ samples }) => samples.join('\n'));
    return choices.filter((_, n) => said.indexOf(said[n] ?? '') === n);
  }

  get filled(): FilledColumn[] {
    return filledColumns(this.rows, this.heads, this.columns);
  }

  /** True when there are rows to look at. */
  async open(file: File): Promise<boolean> {
    this.#forget(file.name);
    if (file.size > mostBytes) return this.#refuse(texts.tooLarge);
    this.isReading = true;
    this.#bytes = new Uint8Array(await file.arrayBuffer());
    const read = await readFile(this.#bytes);
    this.isReading = false;
    return this.#take(read);
  }

  paste(text: string): boolean {
    this.#forget('');
    return this.#take({ rows: pastedRows(text) });
  }

  chooseLetters(encoding: Encoding): boolean {
    return this.#take(readText(this.#bytes, encoding));
  }

  chooseHeads(place: number): void {
    this.heads = place;
    this.columns = guessColumns(this.rows, place);
  }

  /** What one column holds, no other does any more. */
  chooseColumn(place: number, field: ColumnField | null): void {
    const width = Math.max(this.columns.length, place + 1);
    this.columns = Array.from({ length: width }, (_, n) => {
      const now = this.columns[n] ?? null;
      if (n === place) return field;
      return now === field ? null : now;
    });
  }

  #take(read: ReadFile | Unread): boolean {
    if (read.problem) return this.#refuse(wordsFor(read));
    this.problem = undefined;
    ({ rows: this.rows, letters: this.letters, sheet: this.sheet } = read);
    const { place, columns } = findHeads(this.rows);
    this.heads = place;
    this.columns = columns;
    const count = this.rows.length - place - 1;
    if (count < 1) return this.#refuse(texts.empty);
    return count > mostRows ? this.#refuse(texts.tooMany({ count, most: mostRows })) : true;
  }

  #forget(name: string): void {
    this.name = name;
    this.rows = [];
    this.problem = this.letters = this.sheet = undefined;
  }

  #refuse(problem: string): false {
    this.problem = problem;
    return false;
  }
}

function wordsFor(unread: Unread): string {
  if (unread.problem === 'BROKEN_QUOTE') return texts.brokenQuote({ line: unread.line });
  if (unread.problem === 'NOT_LOADED') return uiTexts.partMissing;
  return unread.problem === 'TOO_LARGE' ? texts.tooLarge : texts.unread[unread.problem];
}
