import type { Mechanisms } from '../../request-context.ts';
import { endApiTokens } from './tokens/index.ts';

/** Nothing is left of what somebody has in their hands: links, invites and codes; sessions; what was begun and not ended. */
const END = [
  'update account set credentials_version = credentials_version + 1',
  'delete from login_code',
  'delete from second_step_challenge',
  'delete from passkey_ceremony',
  'delete from authenticator where confirmed_at is null',
];
const END_SESSIONS = 'delete from session returning id';
const WITH_TOKENS = 'select distinct account_id as id from api_token';

/**
 * After a backup was restored nobody knows what was used, ended or revoked since it was made: everything that was handed out
 * is ended, for everybody, in the running transaction. Usernames, passwords, passkeys and second steps are those of the
 * backup. How many sessions, and accounts with API tokens, that were.
 */
export async function endAllAccess({
  em,
  clock,
}: Pick<Mechanisms, 'em' | 'clock'>): Promise<{ sessions: number; accountsWithTokens: number }> {
  for (const statement of END) await em.execute(statement, [], 'run');
  const sessions = await em.execute<unknown[]>(END_SESSIONS);
  const accounts = await em.execute<{ id: string }[]>(WITH_TOKENS);
  for (const { id } of accounts) await endApiTokens({ em, clock }, { accountId: id, actor: 'SYSTEM' });
  return { sessions: sessions.length, accountsWithTokens: accounts.length };
}
