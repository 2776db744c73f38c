import { purgeBatch } from './platform/database/purge-batch.ts';
import type { Mechanisms } from './request-context.ts';

/** One kind of what runs out and serves nobody any more. */
export interface Purge {
  what: string;
  /** Removes a batch of it: true once nothing is left to remove. */
  batch(context: Mechanisms): Promise<boolean>;
}

/** Rows of a table, once what stands in this column is past. */
export function purgeOf(
  table: string,
  column: string,
  until: (context: Mechanisms) => Date | number,
  { where, most }: { where?: string; most?: number } = {},
): Purge {
  const more = { ...(where ? { where } : {}), ...(most ? { most } : {}) };
  return {
    what: table,
    batch: (context) => purgeBatch(context.em, { table, column, until: until(context), ...more }),
  };
}
