import { hashToken } from '../../../platform/random-token.ts';
import { later } from '../../../platform/clock.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { ACCOUNT_COLUMNS, accountFacts, joinAccount, type AccountRow } from './account-facts.ts';
import { Session } from './session.entity.ts';
import type { Viewer } from '../../../viewer.ts';

interface Row extends AccountRow {
  session_id: string;
  method: Viewer['session']['method'];
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  password_without_current_until: Date | null;
  second_step_at: Date | null;
}

// The hottest read of all: one statement, no entities.
const QUERY = `
  select s.id as session_id, s.method, s.created_at, s.last_seen_at, s.expires_at, s.password_without_current_until,
         s.second_step_at,${ACCOUNT_COLUMNS}
    from session s ${joinAccount('s')}
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
  const facts = accountFacts(row);
  const idleEnd = later(row.last_seen_at, settings.sessions[row.role].idleMs);
  if (!facts || idleEnd <= now || row.expires_at <= now) {
    await em.nativeDelete(Session, { id: row.session_id });
    return null;
  }
  if (now.getTime() - row.last_seen_at.getTime() > settings.lastUseExactToMs)
    await em.nativeUpdate(Session, { id: row.session_id }, { lastSeenAt: now });
  return {
    ...facts,
    apiToken: null,
    session: {
      id: row.session_id,
      method: row.method,
      createdAt: row.created_at,
      passwordWithoutCurrentUntil: row.password_without_current_until,
      secondStepAt: row.second_step_at,
    },
  };
}
