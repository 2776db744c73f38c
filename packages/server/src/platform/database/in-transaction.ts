import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * Runs `work` in one transaction, with a context whose `em` is the transaction's. The outer `em` must not be used
 * inside: on PostgreSQL it would write beside the transaction, on the embedded database it would wait for ever.
 */
export function inTransaction<Context extends { em: SqlEntityManager }, Result>(
  context: Context,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  return context.em.transactional((em) => work({ ...context, em: em }));
}
