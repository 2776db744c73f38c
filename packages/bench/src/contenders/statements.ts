/**
 * The statements behind each operation, as somebody would write them by hand who needs this one thing of these tables: the
 * same rows are read, counted, locked and written as by the product, in the same number of round trips. They have names,
 * so that each connection has them planned once.
 */

const COUNTED = `
  tries as (select * from unnest($1::text[], $2::int[]) as t (key, most)),
  counted as (
    insert into rate_limit as r (key, points, expire)
    select key, 1, $4::bigint from tries order by key
    on conflict (key) do update set
      points = 1 + case when r.expire > $3::bigint then r.points else 0 end,
      expire = case when r.expire > $3::bigint then r.expire else excluded.expire end
    returning key, points),
  allowed as (select bool_and(c.points <= t.most) as yes from counted c join tries t using (key))`;

const JOB_COLUMNS = `name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
  deletion_seconds, keep_until`;
const JOB_SETTINGS = `'standard', 300, 2, true, 300, 60, 3600, now() + interval '2 days'`;
const NOTIFY = `select pg_notify('pgboss_' || left(encode(sha224('pgboss'), 'hex'), 24), name) from queued`;

const ME = `
  a.id, a.role, a.username, a.email, a.first_name, a.last_name, a.time_zone, a.locale, a.status, a.login_link_policy,
  a.password_hash is not null as has_password, p.id as practice_id, p.name as practice_name, p.support_email,
  p.fresh_starts_allowed,
  exists (select from access_change w where w.account_id = a.id and w.ended_at is null) as has_waiting_change`;

export interface MeRow {
  id: string;
  role: string;
  username: string;
  email: string;
  first_name: string;
  last_name: string;
  time_zone: string | null;
  locale: string;
  status: string;
  login_link_policy: string;
  has_password: boolean;
  practice_id: string;
  practice_name: string;
  support_email: string;
  fresh_starts_allowed: boolean;
}

/** $1: the hash of the session's token. */
export const FIND_SESSION = {
  name: 'find-session',
  text: `
    select s.id as session_id, s.method, s.created_at, s.last_seen_at, s.expires_at, ${ME}
      from session s join account a on a.id = s.account_id join practice p on p.id = a.practice_id
     where s.token_hash = $1 and s.expires_at > now()`,
};

/** $1 and $2: what is counted, and how often it may be; $3: now; $4: until when it counts; $5: the job. */
export const COUNT_AND_ENQUEUE = {
  name: 'count-and-enqueue',
  text: `
    with ${COUNTED},
    queued as (
      insert into pgboss.job (${JOB_COLUMNS})
      select 'link-by-username', $5::jsonb, ${JOB_SETTINGS} from allowed where yes
      returning name)
    ${NOTIFY}`,
};

/** As above; $5: the username. */
export const COUNT_AND_LOOK_UP = {
  name: 'count-and-look-up',
  text: `
    with ${COUNTED}
    select a.id, a.password_hash, allowed.yes as is_allowed
      from allowed left join account a on a.username_key = $5`,
};

/** $1: the account. */
export const LOCK_ACCOUNT = {
  name: 'lock-account',
  text: `
    select a.password_hash, a.credentials_version, a.status from account a where a.id = $1 for no key update`,
};

/**
 * $1: the account; $2: the session's id, $3 its hash, $4 how it was opened, $5 where; $6: now; $7: when it ends; $8: the
 * hash of the browser; $9: the counter that is forgotten; $10: those that get one back.
 */
export const OPEN_SESSION = {
  name: 'open-session',
  text: `
    with forgotten as (delete from rate_limit where key = $9),
    given_back as (update rate_limit set points = greatest(points - 1, 0) where key = any($10::text[])),
    opened as (
      insert into session (id, account_id, token_hash, method, device, created_at, last_seen_at, expires_at)
      values ($2, $1, $3, $4, $5, $6, $6, $7)),
    browser as (
      insert into known_browser (account_id, browser_hash, last_login_at) values ($1, $8, $6)
      on conflict (account_id, browser_hash) do update set last_login_at = excluded.last_login_at),
    told as (
      insert into access_event (id, account_id, at, kind, actor, device, browser_hash)
      values (gen_random_uuid(), $1, $6, 'LOGGED_IN', 'OWNER', $5, $8)),
    a as (
      update account set login_count = login_count + 1, last_login_at = $6 where id = $1 returning account.*)
    select ${ME} from a join practice p on p.id = a.practice_id`,
};

/** $1: the hash of the link's token. */
export const FIND_LINK = {
  name: 'find-link',
  text: `
    select l.id as link_id, l.account_id, l.used_at, l.revoked_at, l.ended_by, l.expires_at, l.credentials_version as made_for, ${ME}
      from login_link l join account a on a.id = l.account_id join practice p on p.id = a.practice_id
     where l.token_hash = $1 and l.purpose = 'LOGIN'`,
};

/** $1: the link; $2: the account's version; $3: now; $4: the hash of the browser; $5: the session; $6: where. */
export const SPEND_LINK = {
  name: 'spend-link',
  text: `
    with spent as (
      update login_link set used_at = $3, used_by_browser_hash = $4, used_by_session_id = $5
       where id = $1 and used_at is null and revoked_at is null and expires_at > $3 and credentials_version = $2
      returning id, account_id),
    ended as (
      update login_link set ended_by = 'LOGIN'
       where id in (select l.id from login_link l join spent on l.account_id = spent.account_id and l.id <> spent.id
                     where l.expires_at > $3 and l.used_at is null and l.revoked_at is null and l.ended_by is null
                       for update of l skip locked)),
    told as (
      insert into access_event (id, account_id, at, kind, actor, device, browser_hash)
      select gen_random_uuid(), account_id, $3, 'LOGIN_LINK_USED', 'OWNER', $6, $4 from spent)
    update account a set credentials_version = a.credentials_version + 1
      from spent where a.id = spent.account_id and a.credentials_version = $2
    returning a.id`,
};

/** $1: the job. */
export const ENQUEUE_LETTER = {
  name: 'enqueue-letter',
  text: `
    with queued as (
      insert into pgboss.job (${JOB_COLUMNS}) values ('security-letter', $1::jsonb, ${JOB_SETTINGS})
      returning name)
    ${NOTIFY}`,
};
