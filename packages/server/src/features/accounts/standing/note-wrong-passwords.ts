import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { noteInOrder } from './note-in-order.ts';

// The same browsers count as in the login help report: from the client's first login in them, and not once a coach was there.
const NOTE = `
  update account set wrong_password_at = (
    select max(tried.at)
      from known_browser k
     cross join lateral (
       select min(e.at) as at from access_event e
        where e.account_id = k.account_id and e.kind = 'LOGGED_IN' and e.browser_hash = k.browser_hash) since
     cross join lateral (
       select max(e.at) as at from access_event e
        where e.account_id = k.account_id and e.kind = 'LOGIN_FAILED' and e.browser_hash = k.browser_hash
          and e.at > since.at) tried
     where k.account_id = account.id
       and not exists (select 1 from known_browser o join account c on c.id = o.account_id
                        where o.browser_hash = k.browser_hash and c.role = 'COACH'))
   where id = any(string_to_array(?, ',')::uuid[]) and role = 'CLIENT'`;

/** When each of these clients last typed a wrong password in a browser of their own. */
export async function noteWrongPasswords(
  connection: { em: SqlEntityManager },
  accountIds: readonly string[],
): Promise<void> {
  await noteInOrder(connection, accountIds, NOTE);
}

const KNOWN_HERE = 'select account_id from known_browser where browser_hash = ?';

/** A coach has logged in with this browser: from now on tries there count for none of those who did before. */
export async function forgetWrongPasswordsIn(
  { em }: { em: SqlEntityManager },
  browserHash: string,
): Promise<void> {
  const rows = await em.execute<{ account_id: string }[]>(KNOWN_HERE, [browserHash]);
  await noteWrongPasswords(
    { em },
    rows.map((row) => row.account_id),
  );
}
