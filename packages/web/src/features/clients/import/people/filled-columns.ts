import type { TableRow } from '../file/csv-text';
import type { ColumnField, Columns } from './columns';

export type FilledColumn = { place: number; head: string; samples: string[]; field: ColumnField | null };

/** The columns that hold anything, with their heads and the first values. */
export function filledColumns(rows: TableRow[], heads: number, columns: Columns): FilledColumn[] {
  const below = rows.slice(heads + 1);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, place) => {
    const values = below.flatMap(({ cells }) => (cells[place] ? [cells[place]] : []));
    const samples = [...new Set(values)].slice(0, 3).map((value) => value.slice(0, 40));
    return { place, head: rows[heads]?.cells[place] ?? '', samples, field: columns[place] ?? null };
  }).filter(({ samples }) => samples.length > 0);
}
