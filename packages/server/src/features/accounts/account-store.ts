import type { SqlEntityManager } from '@mikro-orm/postgresql';

const RAISE = `
  update account set credentials_version = credentials_version + 1
   where id = ? and (?::int is null or credentials_version = ?) returning id`;

/**
 * What was made under the version so far opens the account no more. False when the version is not the one that was to be
 * left behind, or there is no such account.
 */
export async function raiseCredentialsVersion(
  { em }: { em: SqlEntityManager },
  accountId: string,
  from: number | null,
): Promise<boolean> {
  return (await em.execute<unknown[]>(RAISE, [accountId, from, from])).length > 0;
}
