import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { noteInOrder } from './note-in-order.ts';

// One that did not arrive ended as it was sent. A version that is not the account's any more ends it by itself.
const NOTE = `
  update account a set link_sent_at = l.sent_at, link_ends_at = l.ends_at, link_version = l.version
    from (select id from account where id = any(string_to_array(?, ',')::uuid[]) and role = 'CLIENT') o
    left join lateral (
      select case when k.used_at is null then k.created_at end as sent_at,
             case when k.used_at is not null then null
                  when d.state in ('BOUNCED', 'FAILED', 'HELD') then k.created_at
                  else least(k.expires_at, k.revoked_at) end as ends_at,
             case when k.used_at is null then k.credentials_version end as version
        from login_link k join delivery d on d.id = k.delivery_id
       where k.account_id = o.id order by k.created_at desc limit 1) l on true
   where a.id = o.id
     and (a.link_sent_at, a.link_ends_at, a.link_version) is distinct from (l.sent_at, l.ends_at, l.version)`;

/**
 * What became of the last login link that the coach sent to each of these clients. Called wherever one is made, used,
 * taken back or turns out not to arrive; that its time is over needs no call.
 */
export async function noteLastLinks(
  connection: { em: SqlEntityManager },
  accountIds: readonly string[],
): Promise<void> {
  await noteInOrder(connection, accountIds, NOTE);
}
