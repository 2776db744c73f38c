import { mayLogIn, type Viewer } from '../accounts/index.ts';
import { hashToken } from '../../platform/random-token.ts';
import { later, MINUTE_MS } from '../../platform/clock.ts';
import type { Mechanisms } from '../../request-context.ts';
import { Session } from './session.entity.ts';

/** Written back at most this often, so that reading does not become writing. */
const TOUCH_EVERY_MS = 5 * MINUTE_MS;

interface Row {
  session_id: string;
  method: Viewer['session']['method'];
  created_at: Date | string;
  last_seen_at: Date | string;
  expires_at: Date | string;
  password_without_current_until: Date | string | null;
  account_id: string;
  role: 'COACH' | 'CLIENT';
  username: string;
  email: string;
  first_name: string;
  last_name: string;
  time_zone: string | null;
  coach_time_zone: string | null;
  locale: string;
  has_password: boolean;
  login_link_policy: Viewer['account']['loginLinkPolicy'];
  status: 'ACTIVE' | 'INACTIVE';
  may_log_in_while_inactive: boolean;
  practice_id: string;
  practice_name: string;
  support_email: string;
}

// The hottest read of all: one statement, no entities.
const QUERY = `
  select s.id as session_id, s.method, s.created_at, s.last_seen_at, s.expires_at, s.password_without_current_until,
         a.id as account_id, a.role, a.username, a.email, a.first_name, a.last_name, a.time_zone,
         c.time_zone as coach_time_zone, a.locale, a.password_hash is not null as has_password,
         a.login_link_policy, a.status, a.may_log_in_while_inactive,
         p.id as practice_id, p.name as practice_name, p.support_email
    from session s
    join account a on a.id = s.account_id
    join practice p on p.id = a.practice_id
    left join account c on c.id = a.coach_id
   where s.token_hash = ?`;

/**
 * Who is behind this cookie; null when nobody is. A session that has run out, or whose account may not log in any
 * more, ends here and now, so that it stays dead after a reactivation.
 */
export async function loadViewer(
  { em, clock, settings }: Pick<Mechanisms, 'em' | 'clock' | 'settings'>,
  token: string | null,
): Promise<Viewer | null> {
  if (token === null) return null;
  const rows = await em.execute<Row[]>(QUERY, [hashToken(token)]);
  const row = rows[0];
  if (!row) return null;
  const now = clock.now();
  const access = mayLogIn({ status: row.status, mayLogInWhileInactive: row.may_log_in_while_inactive });
  const lastSeen = new Date(row.last_seen_at);
  const idleEnd = later(lastSeen, settings.sessions[row.role].idleMs);
  if (!access || idleEnd <= now || new Date(row.expires_at) <= now) {
    await em.nativeDelete(Session, { id: row.session_id });
    return null;
  }
  if (now.getTime() - lastSeen.getTime() > TOUCH_EVERY_MS)
    await em.nativeUpdate(Session, { id: row.session_id }, { lastSeenAt: now });
  return toViewer(row, access);
}

function toViewer(row: Row, access: Viewer['access']): Viewer {
  const until = row.password_without_current_until;
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
    },
    practice: { id: row.practice_id, name: row.practice_name, supportEmail: row.support_email },
    session: {
      id: row.session_id,
      method: row.method,
      createdAt: new Date(row.created_at),
      passwordWithoutCurrentUntil: until === null ? null : new Date(until),
    },
  };
}
