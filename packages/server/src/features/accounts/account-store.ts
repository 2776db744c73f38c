import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../platform/clock.ts';

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

// The first one registers the account. Read under the row's lock: of two at once, one is the first.
const COUNT_LOGIN = `
  update account a set login_count = a.login_count + 1, last_login_at = ?,
         registered_at = coalesce(a.registered_at, ?)
    from (select id, registered_at is null as is_first from account where id = ? for no key update) before
   where a.id = before.id
  returning before.is_first`;

/** Counts a login; true for the first one ever, which registers the account. */
export async function countLogin(
  { em, clock }: { em: SqlEntityManager; clock: Clock },
  accountId: string,
): Promise<boolean> {
  const now = clock.now();
  const [counted] = await em.execute<{ is_first: boolean }[]>(COUNT_LOGIN, [now, now, accountId]);
  return counted?.is_first ?? false;
}
