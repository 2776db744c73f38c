import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { noteUndone } from './unavailable.ts';

/**
 * Runs `work` in one transaction, with a context whose `em` is the transaction's. The outer `em` must not be used
 * inside: on PostgreSQL it would write beside the transaction, on the embedded database it would wait for ever.
 */
export async function inTransaction<Context extends { em: SqlEntityManager }, Result>(
  context: Context,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  let hasWorked = false;
  try {
    return await context.em.transactional(async (em) => {
      const result = await work({ ...context, em });
      hasWorked = true;
      return result;
    });
  } catch (fault) {
    if (!hasWorked) noteUndone(fault);
    throw fault;
  }
}
