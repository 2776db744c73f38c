import type { Mechanisms } from '../../../request-context.ts';
import { MAY_EXPIRE_UNTOLD } from './login-link.entity.ts';

const BATCH = 1_000;

// The event has the link's own id, so that each link has one at the most. A link that something else ended before its
// time carries an older version of the account's credentials: what ended it stands in the diary already.
const NOTE = `
  with due as (
    select id from login_link where expires_at <= ? and ${MAY_EXPIRE_UNTOLD}
     order by expires_at limit ? for update skip locked),
  told as (
    update login_link l set is_expiry_told = true from due where l.id = due.id
    returning l.id, l.account_id, l.expires_at, l.credentials_version),
  noted as (
    insert into access_event (id, account_id, at, kind, actor)
    select t.id, t.account_id, t.expires_at, 'LOGIN_LINK_EXPIRED', 'SYSTEM'
      from told t join account a on a.id = t.account_id and a.credentials_version = t.credentials_version
    on conflict (id) do nothing)
  select count(*)::int as n from told`;

/** Tells the diaries of login links whose time ran out unused, once for each link: a batch of them. True once none is left. */
export async function noteExpiredLinks({ em, clock }: Pick<Mechanisms, 'em' | 'clock'>): Promise<boolean> {
  const [row] = await em.execute<{ n: number }[]>(NOTE, [clock.now(), BATCH]);
  return (row?.n ?? 0) < BATCH;
}
