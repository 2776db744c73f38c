import type { Mechanisms } from '../../../request-context.ts';

// The event has the link's own id, so that each link has one at the most. A link that something else ended before its
// time carries an older version of the account's credentials: what ended it stands in the diary already.
const NOTE = `
  insert into access_event (id, account_id, at, kind, actor)
  select l.id, l.account_id, l.expires_at, 'LOGIN_LINK_EXPIRED', 'SYSTEM'
    from login_link l join account a on a.id = l.account_id
   where l.purpose = 'LOGIN' and l.expires_at <= ? and l.used_at is null and l.revoked_at is null
     and l.not_sent_at is null
     and l.credentials_version = a.credentials_version
     and not exists (select 1 from access_event e where e.id = l.id)
  on conflict (id) do nothing`;

/** Tells the diaries of login links whose time ran out unused, once for each link. */
export async function noteExpiredLinks({ em, clock }: Pick<Mechanisms, 'em' | 'clock'>): Promise<void> {
  await em.execute(NOTE, [clock.now()]);
}
