import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { mayLogIn } from './access-of.ts';

interface Row {
  role: 'COACH' | 'CLIENT';
  credentials_version: number;
  password_hash: string | null;
  status: 'ACTIVE' | 'INACTIVE';
  may_log_in_while_inactive: boolean;
}

// Not a plain FOR UPDATE: that would also wait for every row that merely refers to the account.
const LOCK = `
  select role, password_hash, credentials_version, status, may_log_in_while_inactive
    from account where id = ? for no key update`;

/**
 * Takes the account's row first in a transaction that changes what opens it, so that logins and changes of the same
 * account happen one after the other, and tells what is true from here on.
 */
export async function lockAccount(em: SqlEntityManager, id: string) {
  const row = (await em.execute<Row[]>(LOCK, [id]))[0];
  if (!row) return null;
  const facts = { status: row.status, mayLogInWhileInactive: row.may_log_in_while_inactive };
  return {
    role: row.role,
    passwordHash: row.password_hash,
    credentialsVersion: row.credentials_version,
    mayLogIn: mayLogIn(facts) !== false,
  };
}
