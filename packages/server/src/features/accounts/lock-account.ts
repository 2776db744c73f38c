import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { ACCESS_COLUMNS, accessOfRow, type WaysIn, type AccessRow } from './access-of.ts';

interface Row extends AccessRow {
  role: 'COACH' | 'CLIENT';
  credentials_version: number;
  password_hash: string | null;
  fresh_start_waits: boolean;
}

export interface LockedAccount {
  role: 'COACH' | 'CLIENT';
  passwordHash: string | null;
  credentialsVersion: number;
  access: WaysIn;
  freshStartWaits: boolean;
}

// Not a plain FOR UPDATE: that would also wait for every row that merely refers to the account.
const LOCK = `
  select a.role, a.password_hash, a.credentials_version, a.fresh_start_waits, ${ACCESS_COLUMNS}
    from account a where a.id = ? for no key update`;

/**
 * Takes the account's row first in a transaction that changes what opens it, so that logins and changes of the same
 * account happen one after the other, and tells what is true from here on.
 */
export async function lockAccount(em: SqlEntityManager, id: string): Promise<LockedAccount | null> {
  const [row] = await em.execute<Row[]>(LOCK, [id]);
  if (!row) return null;
  return {
    role: row.role,
    passwordHash: row.password_hash,
    credentialsVersion: row.credentials_version,
    access: accessOfRow(row),
    freshStartWaits: row.fresh_start_waits,
  };
}
