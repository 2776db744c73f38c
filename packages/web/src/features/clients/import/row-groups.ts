import type { ClientRowOutcome } from '@latchstring/operations';
import type { FilePerson } from './people/read-people';

/** Somebody of the list, and what adding them would do. */
export type ImportRow = FilePerson & {
  outcome: ClientRowOutcome;
  fields: readonly { field: string; message: string }[];
  /** Who has the address already. */
  sharedWith: readonly string[];
};

export type RowGroup = 'ALL' | 'NEW' | 'TO_MEND' | 'TO_DECIDE' | 'HERE';

const groups: Record<Exclude<RowGroup, 'ALL'>, ClientRowOutcome[]> = {
  NEW: ['ADDED'],
  TO_MEND: ['FAULTY'],
  TO_DECIDE: ['ADDRESS_IN_USE'],
  HERE: ['ALREADY_THERE', 'REPEATED'],
};
/** What needs a look comes first. */
const order: ClientRowOutcome[][] = [['FAULTY'], ['ADDRESS_IN_USE'], ['ADDED', 'ALREADY_THERE', 'REPEATED']];

export function rowsOf(group: RowGroup, rows: ImportRow[]): ImportRow[] {
  return rows.filter(({ outcome }) => group === 'ALL' || groups[group].includes(outcome));
}

/** Their lines, in the order in which they are shown. */
export function linesOf(rows: ImportRow[]): number[] {
  return order
    .flatMap((rank) => rows.filter(({ outcome }) => rank.includes(outcome)))
    .map(({ line }) => line);
}

export function rowsAt(lines: number[], rows: ImportRow[]): ImportRow[] {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  return lines.flatMap((line) => byLine.get(line) ?? []);
}
