import { ACCESS_COLUMNS, accessOfRow, HAS_WAITING_CHANGE, type AccessRow } from '../../accounts/index.ts';
import type { Viewer } from '../../../viewer.ts';

/** What a session and an API token read of their account, in the one query that loads them. */
export interface AccountRow extends AccessRow {
  account_id: string;
  role: 'COACH' | 'CLIENT';
  username: string;
  email: string;
  first_name: string;
  last_name: string;
  time_zone: string | null;
  coach_time_zone: string | null;
  locale: string;
  practice_id: string;
  practice_name: string;
  support_email: string;
  fresh_starts_allowed: boolean;
  has_waiting_change: boolean;
}

export const ACCOUNT_COLUMNS = `
         a.id as account_id, a.role, a.username, a.email, a.first_name, a.last_name, a.time_zone,
         c.time_zone as coach_time_zone, a.locale, ${ACCESS_COLUMNS},
         p.id as practice_id, p.name as practice_name, p.support_email, p.fresh_starts_allowed,${HAS_WAITING_CHANGE}`;

/** Behind a table that has an account_id. */
export const joinAccount = (table: string) => `
    join account a on a.id = ${table}.account_id
    join practice p on p.id = a.practice_id
    left join account c on c.id = a.coach_id`;

/** The account as it stands now; null where it may not log in. */
export function accountFacts(row: AccountRow): Pick<Viewer, 'account' | 'practice' | 'access'> | null {
  const { entry: access } = accessOfRow(row);
  if (access === 'NO') return null;
  return {
    access,
    account: {
      id: row.account_id,
      role: row.role,
      username: row.username,
      email: row.email,
      firstName: row.first_name,
      lastName: row.last_name,
      timeZone: row.time_zone ?? row.coach_time_zone ?? 'UTC',
      locale: row.locale,
      hasPassword: row.has_password,
      loginLinkPolicy: row.login_link_policy,
      hasWaitingChange: row.has_waiting_change,
    },
    practice: {
      id: row.practice_id,
      name: row.practice_name,
      supportEmail: row.support_email,
      freshStartsAllowed: row.fresh_starts_allowed,
    },
  };
}
