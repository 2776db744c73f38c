import type { SqlEntityManager } from '@mikro-orm/postgresql';

const BUMP = 'update account set credentials_version = credentials_version + 1 where id = ? returning id';
const BUMP_IF = `
  update account set credentials_version = credentials_version + 1 where id = ? and credentials_version = ? returning id`;

/**
 * Kills every login link and code of this account, for good: those made so far carry a version that is never current
 * again. With `version` only if that is the current one; false when something else moved it first.
 */
export async function endLinks(em: SqlEntityManager, accountId: string, version?: number): Promise<boolean> {
  const rows =
    version === undefined
      ? await em.execute<unknown[]>(BUMP, [accountId])
      : await em.execute<unknown[]>(BUMP_IF, [accountId, version]);
  return rows.length > 0;
}
