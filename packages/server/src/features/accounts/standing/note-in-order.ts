import type { SqlEntityManager } from '@mikro-orm/postgresql';

const LOCK = `
  select id from account where id = any(string_to_array(?, ',')::uuid[]) order by id for no key update`;

/**
 * Writes a note into the rows of these accounts, by a statement that takes their ids joined by commas. The rows are taken
 * first, always in the same order: what the statement reads is then as true as what stands there, and of two who note
 * something about one account, the second sees what the first has done.
 */
export async function noteInOrder(
  { em }: { em: SqlEntityManager },
  accountIds: readonly string[],
  note: string,
): Promise<void> {
  if (accountIds.length === 0) return;
  const write = async (inside: SqlEntityManager) => {
    await inside.execute(LOCK, [accountIds.join()]);
    await inside.execute(note, [accountIds.join()], 'run');
  };
  // Within a transaction there is nothing to undo by itself, so no savepoint.
  await (em.isInTransaction() ? write(em) : em.transactional(write));
}
