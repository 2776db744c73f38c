import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../platform/clock.ts';
import { Account } from './account.entity.ts';

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

const COUNT_LOGIN = 'update account set login_count = login_count + 1, last_login_at = ? where id = ?';

/** Counts a login; true for the first one ever, which registers the account. */
export async function countLogin(
  { em, clock }: { em: SqlEntityManager; clock: Clock },
  accountId: string,
): Promise<boolean> {
  const now = clock.now();
  const firsts = await em.nativeUpdate(Account, { id: accountId, registeredAt: null }, { registeredAt: now });
  await em.execute(COUNT_LOGIN, [now, accountId]);
  return firsts > 0;
}
