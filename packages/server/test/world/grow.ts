import type { World } from './world.ts';

/**
 * A database as it is after years: so many clients, fifty to a coach, each with mails, links, a diary, browsers and
 * sessions; and, among the coaches, one with a hundredth of all clients. Made by the database itself, within seconds.
 */
const GROWTH = [
  `insert into practice (id, name, support_email, created_at)
   select md5('practice' || n)::uuid, 'Practice ' || n, 'hello@practice' || n || '.test', :at
     from generate_series(1, :many / 100) n`,
  `insert into account (id, role, practice_id, coach_id, first_name, last_name, folded_name, email, email_key, locale,
      username, username_key, credentials_version, status, may_log_in_while_inactive, login_link_policy, registered_at,
      login_count, last_login_at, email_state, delete_at, created_at)
   select md5('coach' || n)::uuid, 'COACH', md5('practice' || 1 + n / 2)::uuid, null, 'Coach', 'Number ' || n, 'number ' || n || ' coach',
          'coach' || n || '@grown.test', 'coach' || n || '@grown.test', 'en', 'coach.' || n, 'coach.' || n, 1, 'ACTIVE',
          false, 'ALLOWED', :at, 1, :at, 'UNKNOWN', null, :at
     from generate_series(1, :many / 50) n where exists (select from practice where id = md5('practice' || 1 + n / 2)::uuid)`,
  `insert into account (id, role, practice_id, coach_id, first_name, last_name, folded_name, email, email_key, locale,
      username, username_key, credentials_version, status, may_log_in_while_inactive, login_link_policy, registered_at,
      login_count, last_login_at, email_state, delete_at, invited_at, invite_version, created_at)
   select md5('client' || n)::uuid, 'CLIENT', c.practice_id, c.id, 'Maria', 'Keller ' || n, 'keller ' || n || ' maria',
          'client' || n || '@grown.test', 'client' || n || '@grown.test', 'en', 'client.' || n, 'client.' || n, 1,
          case when n % 20 = 0 then 'INACTIVE' else 'ACTIVE' end, false, 'ALLOWED', case when n % 10 > 0 then :at end, 3,
          case when n % 10 > 0 then :at end, 'DELIVERED',
          case when n % 500 = 0 then :at + interval '400 days' end, case when n % 10 = 0 then :at end,
          case when n % 10 = 0 then 1 end, :at
     from generate_series(1, :many) n
     join account c on c.id = md5('coach' || case when n % 100 = 0 then 1 else 1 + n % (:many / 50 - 2) end)::uuid`,
  `insert into message (id, coach_id, subject, folded_subject, body, content, body_format, state, all_active, client_ids,
      copy_to_me, sent_at, version, created_at)
   select md5('message' || c.id || n)::uuid, c.id, 'News ' || n, 'news ' || n, 'Hi', m.content, 'TEXT', 'SENT', true, '[]',
          false, :at - n * interval '1 day', 1, :at - n * interval '1 day'
     from account c, generate_series(1, 4) n, (select content from message limit 1) m
    where c.role = 'COACH' and c.email like '%@grown.test'`,
  `insert into delivery (id, mail_id, message_id, client_id, email, state, next_attempt_at, link_made_at, created_at, updated_at)
   select i, i, message_id, client_id, email, 'DELIVERED', at, at, at, at
     from (select gen_random_uuid() as i, m.id as message_id, a.id as client_id, a.email, m.created_at as at
             from message m join account a on a.coach_id = m.coach_id and a.role = 'CLIENT'
            where a.email like '%@grown.test' offset 0) d`,
  `insert into login_link (id, token_hash, purpose, account_id, issuer, credentials_version, delivery_id, created_at, expires_at)
   select d.id, d.id::text, 'LOGIN', d.client_id, 'COACH', 1, d.id, d.created_at, d.created_at + interval '1 day'
     from delivery d where d.email like '%@grown.test'`,
  `insert into access_event (id, account_id, at, kind, actor, device, browser_hash)
   select gen_random_uuid(), a.id, :at - n * interval '1 day', 'LOGGED_IN', 'OWNER', 'Firefox', md5(a.id::text)
     from account a, generate_series(1, 3) n where a.email like '%@grown.test'`,
  `insert into known_browser (account_id, browser_hash, last_login_at)
   select a.id, md5(a.id::text), :at from account a where a.email like '%@grown.test'`,
  `insert into session (id, token_hash, account_id, method, device, created_at, last_seen_at, expires_at)
   select gen_random_uuid(), md5('session' || a.id), a.id, 'PASSWORD', 'Firefox', :at, :at, :at + interval '90 days'
     from account a where a.email like '%@grown.test'`,
  `insert into rate_limit (key, points, expire)
   select 'perSource:' || md5(n::text), 1, 1e15::bigint from generate_series(1, :many) n`,
  `insert into letter_sent (mail_id, account_id, sent_at, asked_by) select gen_random_uuid(), a.id, :at, 'ANYONE' from account a
    where a.email like '%@grown.test'`,
  `insert into reply_address (key_hash, delivery_id, created_at)
   select d.id::text, d.id, d.created_at from delivery d where d.email like '%@grown.test'`,
];

/** Grows a database that has at least one message in it. */
export async function grow(world: World, clients: number): Promise<void> {
  const at = `'${world.clock.now().toISOString()}'::timestamptz`;
  for (const statement of GROWTH)
    await world.rows(statement.replaceAll(':many', String(clients)).replaceAll(':at', at));
  await world.rows('vacuum analyze');
}
