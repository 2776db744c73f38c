import { later } from '../../../platform/clock.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { accountFacts } from './account-facts.ts';
import { endSession, findSession, noteUse } from './session-store.ts';
import type { Viewer } from '../../../viewer.ts';

/**
 * Who is behind this cookie; null when nobody is. A session that has run out, or whose account may not log in any
 * more, ends here and now, so that it stays dead after a reactivation.
 */
export async function loadViewer(
  tools: Pick<Mechanisms, 'em' | 'clock' | 'settings'>,
  token: string | null,
): Promise<Viewer | null> {
  if (token === null) return null;
  const row = await findSession(tools, token);
  if (!row) return null;
  const { clock, settings } = tools;
  const now = clock.now();
  const facts = accountFacts(row);
  const idleEnd = later(row.last_seen_at, settings.sessions[row.role].idleMs);
  if (!facts || idleEnd <= now || row.expires_at <= now) {
    await endSession(tools, row.session_id);
    return null;
  }
  if (now.getTime() - row.last_seen_at.getTime() > settings.lastUseExactToMs)
    await noteUse(tools, row.session_id);
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
