import { hashToken } from '../../../platform/random-token.ts';
import type { Mechanisms } from '../../../request-context.ts';
import type { Viewer } from '../../../viewer.ts';
import { ACCOUNT_COLUMNS, joinAccount, type AccountRow } from './account-facts.ts';
import { Session } from './session.entity.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock'>;
type Connection = Pick<Mechanisms, 'em'>;

interface SessionRow extends AccountRow {
  session_id: string;
  method: Viewer['session']['method'];
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  password_without_current_until: Date | null;
  second_step_at: Date | null;
}

// The hottest read of all: one statement, no entities.
const BY_TOKEN = `
  select s.id as session_id, s.method, s.created_at, s.last_seen_at, s.expires_at, s.password_without_current_until,
         s.second_step_at,${ACCOUNT_COLUMNS}
    from session s ${joinAccount('s')}
   where s.token_hash = ?`;

/** The session behind a token, with its account, whether or not it still lasts; null where there is none. */
export async function findSession({ em }: Connection, token: string): Promise<SessionRow | null> {
  const [row] = await em.execute<SessionRow[]>(BY_TOKEN, [hashToken(token)]);
  return row ?? null;
}

const BY_ID = 'select 1 from session where id = ?';

export async function isSessionThere({ em }: Connection, id: string): Promise<boolean> {
  return (await em.execute<unknown[]>(BY_ID, [id])).length > 0;
}

export async function noteUse({ em, clock }: Tools, id: string): Promise<void> {
  await em.nativeUpdate(Session, { id }, { lastSeenAt: clock.now() });
}

/** A second step was passed in this session of that account just now; false where it has ended. */
export async function notePassedStep(
  { em, clock }: Tools,
  { id, accountId }: { id: string; accountId: string },
): Promise<boolean> {
  const noted = await em.nativeUpdate(Session, { id, account: accountId }, { secondStepAt: clock.now() });
  return noted > 0;
}

/** Puts another token in place of the one that opened it; false where the session has ended. */
export async function replaceToken({ em }: Connection, id: string, token: string): Promise<boolean> {
  return (await em.nativeUpdate(Session, { id }, { tokenHash: hashToken(token) })) > 0;
}

/** From now on setting a password needs the current one; false where the session, or the window that must be open, has gone. */
export async function closePasswordWindow(
  { em }: Connection,
  id: string,
  { mustBeOpen }: { mustBeOpen: boolean },
): Promise<boolean> {
  const own = mustBeOpen ? { id, passwordWithoutCurrentUntil: { $ne: null } } : { id };
  return (await em.nativeUpdate(Session, own, { passwordWithoutCurrentUntil: null })) > 0;
}

export async function endSession({ em }: Connection, id: string): Promise<void> {
  await em.nativeDelete(Session, { id });
}

/** Ends sessions of an account and says how many: all of them, this one alone, or all but this one. */
export function endSessions(
  { em }: Connection,
  accountId: string,
  which: 'ALL' | { only: string } | { allBut: string },
): Promise<number> {
  if (which === 'ALL') return em.nativeDelete(Session, { account: accountId });
  const id = 'only' in which ? which.only : { $ne: which.allBut };
  return em.nativeDelete(Session, { id, account: accountId });
}
