/** A row of the query. */
export interface LoginHelpRow {
  id: string;
  first_name: string;
  last_name: string;
  email: string;
  status: 'ACTIVE' | 'INACTIVE';
  may_log_in_while_inactive: boolean;
  registered_at: Date | null;
  last_login_at: Date | null;
  email_state: 'UNKNOWN' | 'DELIVERED' | 'BOUNCED' | 'COMPLAINED';
  login_link_policy: 'ALLOWED' | 'PASSWORD_TOO' | 'NEVER';
  delete_at: Date | null;
  deactivated_at: Date | null;
  proposed_email: string | null;
  fresh_start_id: string | null;
  fresh_start_at: Date | null;
  invite_at: Date | null;
  invite_is_current: boolean | null;
  link_at: Date | null;
  link_delivery: 'QUEUED' | 'SENT' | 'DELIVERED' | 'BOUNCED' | 'FAILED' | 'HELD' | null;
  link_used_at: Date | null;
  link_revoked_at: Date | null;
  link_expires_at: Date | null;
  link_is_current: boolean | null;
  failed: number;
  failed_since: Date | null;
  most_recent: number;
  asked_kind: 'USERNAME_REQUESTED' | 'LOGIN_LINK_REQUESTED' | null;
  asked_at: Date | null;
}

/**
 * Everything the reports of these clients are made of, in one statement.
 *
 * Which browsers count is settled first, and only their tries are read, by index: what a stranger or a coach tries is
 * never touched, so that neither the answer nor the work for it changes. A browser counts from the client's first login
 * in it, and not at all once a coach has logged in there.
 *
 * Links of the login helper are left out but for those that opened the browser they were asked from; of invites, only
 * those the coach sent are noted, by the moment they were made: their end moves when somebody else asks for another one.
 *
 * Values: coach, ids, start of the window twice, now, start of the window, start of the throttle's window.
 */
export const LOGIN_HELP_QUERY = `
  with asked_for as materialized (
    select * from account
     where coach_id = ? and role = 'CLIENT' and id = any(string_to_array(?, ',')::uuid[])
  ), browser as materialized (
    select k.account_id, k.browser_hash,
           (select min(e.at) from access_event e
             where e.account_id = k.account_id and e.kind = 'LOGGED_IN' and e.browser_hash = k.browser_hash) as since
      from asked_for a join known_browser k on k.account_id = a.id
     where not exists (select 1 from known_browser o join account c on c.id = o.account_id
                        where o.browser_hash = k.browser_hash and c.role = 'COACH')
  ), attempt as (
    select b.account_id, b.browser_hash, e.kind, e.at
      from browser b join access_event e on e.account_id = b.account_id and e.browser_hash = b.browser_hash
       and e.kind in ('LOGIN_FAILED', 'USERNAME_REQUESTED', 'LOGIN_LINK_REQUESTED') and e.at > b.since and e.at > ?
    union all
    select b.account_id, b.browser_hash, 'LOGIN_LINK_REQUESTED', l.created_at
      from browser b join login_link l on l.account_id = b.account_id and l.asked_by_browser_hash = b.browser_hash
       and l.used_by_browser_hash = b.browser_hash and l.issuer = 'HELPER' and l.created_at > ?
  )
  select a.id, a.first_name, a.last_name, a.email, a.status, a.may_log_in_while_inactive, a.registered_at,
         a.last_login_at, a.email_state, a.login_link_policy, a.delete_at,
         (select max(e.at) from access_event e
           where a.status = 'INACTIVE' and e.account_id = a.id and e.kind = 'DEACTIVATED') as deactivated_at,
         p.proposed_email, s.fresh_start_id, s.fresh_start_at,
         a.invited_at as invite_at, a.invite_version = a.credentials_version as invite_is_current, l.*, f.failed, f.failed_since, f.most_recent, h.asked_kind, h.asked_at
    from asked_for a
    left join lateral (
      select new_email as proposed_email from access_change
       where account_id = a.id and kind = 'EMAIL_CHANGE' and asked_by = 'COACH' and ended_at is null and expires_at > ?
       order by created_at desc limit 1) p on true
    left join lateral (
      select id as fresh_start_id, takes_effect_at as fresh_start_at from access_change
       where account_id = a.id and kind = 'FRESH_START' and ended_at is null limit 1) s on true
    left join lateral (
      select k.created_at as link_at, d.state as link_delivery, k.used_at as link_used_at,
             k.revoked_at as link_revoked_at, k.expires_at as link_expires_at,
             k.credentials_version = a.credentials_version as link_is_current
        from login_link k join delivery d on d.id = k.delivery_id
       where k.account_id = a.id and k.created_at > ? order by k.created_at desc limit 1) l on true
    cross join lateral (
      select coalesce(sum(n), 0)::int as failed, min(since) as failed_since, coalesce(max(recent), 0)::int as most_recent
        from (select count(*) filter (where a.last_login_at is null or at > a.last_login_at) as n,
                     min(at) filter (where a.last_login_at is null or at > a.last_login_at) as since,
                     count(*) filter (where at > ?) as recent
                from attempt where account_id = a.id and kind = 'LOGIN_FAILED' group by browser_hash) per_browser) f
    left join lateral (
      select kind as asked_kind, at as asked_at from attempt
       where account_id = a.id and kind <> 'LOGIN_FAILED' order by at desc limit 1) h on true`;
