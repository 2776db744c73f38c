import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Whether this account has logged in with this browser before. */
export async function isKnownBrowser(
  em: SqlEntityManager,
  accountId: string,
  browserHash: string | null,
): Promise<boolean> {
  if (browserHash === null) return false;
  const found = await em.execute<unknown[]>(
    'select 1 from known_browser where account_id = ? and browser_hash = ?',
    [accountId, browserHash],
  );
  return found.length > 0;
}
