import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { hashToken, newOrderedId } from '../../../platform/random-token.ts';
import type { Reading } from '../../../platform/rate-limits/rate-limits.ts';
import type { Viewer } from '../../../viewer.ts';
import { ACCOUNT_COLUMNS, type AccountRow } from './account-facts.ts';

export interface WrittenLogin {
  accountId: string;
  session: Viewer['session'] & { token: string; expiresAt: Date };
  device: string;
  browserHash: string;
  /** The session that was in this browser. */
  endsSessionId: string | null;
  /** The counted tries that are taken back. */
  forgives: Reading | null;
  /** Where this holds of the account `a`, no more is written than that. */
  unless: string;
}

interface Row extends AccountRow {
  is_first: boolean;
  is_new_browser: boolean;
}

// The first login registers the account. Diary and counter stand here beside the session, since each statement of its own
// would cost every login one more round trip.
const write = ({ forgives, unless }: WrittenLogin) => `
  with ${forgives ? `${forgives.sql},` : ''}
  before as (
    select a.id, a.registered_at is null as is_first from account a where a.id = ?::uuid and not (${unless})),
  ended as (delete from session where id = ?::uuid and exists (select from before)),
  opened as (
    insert into session (id, account_id, token_hash, method, device, created_at, last_seen_at, expires_at,
                         password_without_current_until, second_step_at)
    select ?::uuid, before.id, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz
      from before),
  a as (
    update account set login_count = account.login_count + 1, last_login_at = ?,
           registered_at = coalesce(account.registered_at, ?)
      from before where account.id = before.id
    returning account.*),
  browser as (
    insert into known_browser (account_id, browser_hash, last_login_at)
    select id, ?, ?::timestamptz from before
    on conflict (account_id, browser_hash) do update set last_login_at = excluded.last_login_at
    returning (xmax = 0) as is_new),
  told as (
    insert into access_event (id, account_id, at, kind, actor, device, browser_hash)
    select event.id, before.id, ?::timestamptz, event.kind, 'OWNER', ?, ?
      from before cross join (values (?::uuid, 'REGISTERED'), (?::uuid, 'LOGGED_IN')) as event (id, kind)
     where event.kind = 'LOGGED_IN' or before.is_first)
  select before.is_first, browser.is_new as is_new_browser, ${ACCOUNT_COLUMNS}
    from a join before on before.id = a.id cross join browser
    join practice p on p.id = a.practice_id
    left join account c on c.id = a.coach_id`;

/**
 * A login as one statement, in the running transaction and under the account's lock: the session, the counter, the
 * browser, the diary. Returns the account as it is from here on; null where `unless` holds.
 */
export async function writeLogin(em: SqlEntityManager, login: WrittenLogin): Promise<Row | null> {
  const { accountId, session, device, browserHash } = login;
  const now = session.createdAt;
  const [row] = await em.execute<Row[]>(write(login), [
    ...(login.forgives?.values ?? []),
    ...[accountId, login.endsSessionId],
    ...[session.id, hashToken(session.token), session.method, device, now, now, session.expiresAt],
    ...[session.passwordWithoutCurrentUntil, session.secondStepAt],
    ...[now, now],
    ...[browserHash, now],
    ...[now, device, browserHash, newOrderedId(now), newOrderedId(now)],
  ]);
  return row ?? null;
}
