import type { Mechanisms } from '../request-context.ts';

/** What a command has done. */
export interface Outcome {
  /** For a person. */
  words: string;
  /** For a program: what --json prints. */
  facts: object;
}

/** How it is told. */
export interface How {
  json?: boolean;
}

/** Does what a command says, in one transaction, and prints what came of it. */
export type Perform = (work: (context: Mechanisms) => Promise<Outcome>, how: How) => Promise<void>;

/** Rows as columns that a person reads. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
