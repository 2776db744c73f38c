import type { SqlEntityManager } from '@mikro-orm/postgresql';

const LOCK = `
  select id from account where id = any(string_to_array(?, ',')::uuid[]) order by id for no key update`;

/**
 * Takes the rows of these accounts, always in the same order. What is read by the next statement is then as true as what
 * stands there: of two who note something about one account, the second sees what the first has done.
 */
export async function lockInOrder(em: SqlEntityManager, accountIds: readonly string[]): Promise<void> {
  await em.execute(LOCK, [accountIds.join()]);
}
