import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** So many at once are gone within a blink, whatever refers to them. */
const BATCH = 1_000;

export interface Purged {
  table: string;
  /** Its rows go once this is past. */
  column: string;
  until: Date | number;
  /** Of those, only where this holds of the row. */
  where?: string;
  /** Fewer of what takes many other rows along. */
  most?: number;
}

const deletion = ({ table, column, where = 'true' }: Purged, returning: string) => `
  delete from ${table} where ctid = any(array(
    select ctid from ${table} where ${column} <= ? and ${where} order by ${column} limit ?))
  returning ${returning}`;

/**
 * Deletes a batch of the oldest rows that nobody needs any more, so that no statement holds others up; of each, what is
 * to be returned. `isAll` says that no more are left.
 */
export async function purgeRows<Row extends object>(
  em: SqlEntityManager,
  purged: Purged,
  returning: string,
): Promise<{ rows: Row[]; isAll: boolean }> {
  const most = purged.most ?? BATCH;
  const rows = await em.execute<Row[]>(deletion(purged, returning), [purged.until, most]);
  return { rows, isAll: rows.length < most };
}

/** The same where nothing of them is needed: true once no more are left. */
export async function purgeBatch(em: SqlEntityManager, purged: Purged): Promise<boolean> {
  return (await purgeRows(em, purged, 'true')).isAll;
}
