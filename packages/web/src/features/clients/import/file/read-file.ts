import { readTable, type TableRow } from './csv-text';
import { fileKind, type FileKind } from './file-kind';
import { readLetters, type Encoding, type Letters } from './letters';
import { openWorkbook } from './open-workbook';

export type ReadFile = {
  rows: TableRow[];
  /** Of a text: how its letters were read. */
  letters?: Pick<Letters, 'encoding' | 'isSure'>;
  /** Of a workbook: which of its sheets. */
  sheet?: { name: string; others: number };
  problem?: undefined;
};

export type Unread =
  | { problem: Exclude<FileKind, 'TEXT' | 'XLSX'> | 'TOO_LARGE' | 'UNREADABLE' | 'NOT_LOADED' }
  | { problem: 'BROKEN_QUOTE'; line: number };

/** The rows of whatever file somebody chose, or what it is instead of a table. */
export async function readFile(bytes: Uint8Array): Promise<ReadFile | Unread> {
  const kind = fileKind(bytes);
  if (kind === 'TEXT') return readText(bytes);
  if (kind !== 'XLSX') return { problem: kind };
  const read = await openWorkbook(bytes);
  if (read.problem) return read;
  return { rows: read.rows, sheet: { name: read.sheet, others: read.otherSheets } };
}

export function readText(bytes: Uint8Array, chosen?: Encoding): ReadFile | Unread {
  const { text, ...letters } = readLetters(bytes, chosen);
  const { rows, brokenLine } = readTable(text);
  return brokenLine === undefined ? { rows, letters } : { problem: 'BROKEN_QUOTE', line: brokenLine };
}

/** Up to three cells that read otherwise in each way to write letters: enough to see which is right. */
export function letterSamples(bytes: Uint8Array, encoding: Encoding): string[] {
  const read = readText(bytes, encoding);
  const cells = read.problem ? [] : read.rows.flatMap((row) => row.cells);
  return [...new Set(cells.filter((cell) => /[^\0-\x7f]/.test(cell)))]
    .slice(0, 3)
    .map((cell) => cell.slice(0, 60));
}
