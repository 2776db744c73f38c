import type { Mechanisms } from '../../../request-context.ts';
import { newId, newOrderedId } from '../../../platform/random-token.ts';
import { LoginLink } from './login-link.entity.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock'>;
type Connection = Pick<Mechanisms, 'em'>;

interface NewLink extends Pick<
  LoginLink,
  'tokenHash' | 'purpose' | 'issuer' | 'credentialsVersion' | 'createdAt' | 'expiresAt'
> {
  accountId: string;
  askedByBrowserHash: string | null;
  deliveryId: string | null;
}

/** By one statement, however many. */
export async function insertLinks({ em }: Connection, links: NewLink[]): Promise<void> {
  if (links.length === 0) return;
  await em.insertMany(
    LoginLink,
    links.map(({ accountId, ...link }) => ({
      ...link,
      id: newId(),
      account: accountId,
      usedAt: null,
      usedByBrowserHash: null,
      usedBySessionId: null,
      revokedAt: null,
      endedBy: null,
      notSentAt: null,
      openedByCoachAt: null,
      isExpiryTold: false,
    })),
  );
}

// Every other link and code of the account dies with it, by the account's version; of the last one that the coach sent its
// row says what noteLastLinks would say. A link that another transaction is about to use is left out rather than waited
// for: that one waits for this account.
const SPEND = `
  with spent as (
    update login_link set used_at = ?, used_by_browser_hash = ?, used_by_session_id = ?
     where id = ? and used_at is null and revoked_at is null and expires_at > ? and credentials_version = ?
    returning id, account_id, delivery_id, created_at, credentials_version),
  noted as (
    update delivery set link_used_at = ? from spent where delivery.id = spent.delivery_id),
  ended as (
    update login_link set ended_by = 'LOGIN'
     where id in (select l.id from login_link l join spent on l.account_id = spent.account_id and l.id <> spent.id
                   where l.expires_at > ? and l.used_at is null and l.revoked_at is null and l.ended_by is null
                     for update of l skip locked)),
  told as (
    insert into access_event (id, account_id, at, kind, actor, device, browser_hash)
    select ?::uuid, account_id, ?::timestamptz, 'LOGIN_LINK_USED', 'OWNER', ?, ? from spent),
  last as (
    select spent.account_id from spent
     where spent.delivery_id is not null and not exists (
       select from login_link l
        where l.account_id = spent.account_id and l.delivery_id is not null and l.created_at > spent.created_at))
  update account a
     set credentials_version = a.credentials_version + 1,
         link_sent_at = case when last.account_id is null then a.link_sent_at end,
         link_ends_at = case when last.account_id is null then a.link_ends_at end,
         link_version = case when last.account_id is null then a.link_version end
    from spent left join last on true
   where a.id = spent.account_id and a.credentials_version = spent.credentials_version
  returning a.id`;

interface Use {
  /** The account's, as it was locked. */
  version: number;
  /** What came of it, so that the same browser may come again. */
  sessionId: string;
  sessionBrowserHash: string | null;
  /** Where it is used, for the diary. */
  device: string;
  browserHash: string | null;
}

/**
 * Of many who use a link at once, the one who gets it: in the running transaction and under the account's lock. False also
 * where it is dead, or the account's version another.
 */
export async function markUsed(
  { em, clock }: Tools,
  id: string,
  { version, sessionId, sessionBrowserHash, device, browserHash }: Use,
): Promise<boolean> {
  const now = clock.now();
  const told = [newOrderedId(now), now, device, browserHash];
  const values = [now, sessionBrowserHash, sessionId, id, now, version, now, now, ...told];
  return (await em.execute<unknown[]>(SPEND, values)).length > 0;
}

// A link that another transaction is about to use is left out rather than waited for: that one waits for this account.
const MARK_ENDED = `
  update login_link set ended_by = ?
   where id in (select id from login_link
                 where account_id = ? and expires_at > ? and used_at is null and revoked_at is null and ended_by is null
                   for update skip locked)`;

/** What ended the unused links of this account, for whoever opens one of them. */
export async function markEnded(
  { em, clock }: Tools,
  accountId: string,
  by: NonNullable<LoginLink['endedBy']>,
): Promise<void> {
  await em.execute(MARK_ENDED, [by, accountId, clock.now()], 'run');
}

const NOTE_MADE = `
  update delivery set link_made_at = coalesce(link_made_at, ?) where id = any(string_to_array(?, ',')::uuid[])`;

/** What a delivery keeps of its links when they are removed. */
export async function noteMade({ em, clock }: Tools, deliveryIds: string[]): Promise<void> {
  await em.execute(NOTE_MADE, [clock.now(), deliveryIds.join()], 'run');
}

const REVOKE = `
  update login_link l set revoked_at = ?
    from account a
   where a.id = l.account_id and l.delivery_id = any(string_to_array(?, ',')::uuid[])
     and l.used_at is null and l.revoked_at is null
  returning l.account_id as "accountId", l.expires_at > ? and l.credentials_version = a.credentials_version as "wasLive"`;

/** Takes back the unused links of these deliveries: of each, whose it was and whether it still worked. */
export function markRevoked(
  { em, clock }: Tools,
  deliveryIds: string[],
): Promise<{ accountId: string; wasLive: boolean }[]> {
  const now = clock.now();
  return em.execute(REVOKE, [now, deliveryIds.join(), now]);
}

/** The mails of these deliveries did not go: their links stand in no diary. Never deleted, since one may have arrived. */
export async function noteUnsentLinks({ em, clock }: Tools, deliveryIds: string[]): Promise<void> {
  if (deliveryIds.length === 0) return;
  const unsent = { deliveryId: { $in: deliveryIds }, usedAt: null, notSentAt: null };
  await em.nativeUpdate(LoginLink, unsent, { notSentAt: clock.now() });
}

/** True for the first time. */
export async function noteOpenedByCoach({ em, clock }: Tools, id: string): Promise<boolean> {
  const first = { id, openedByCoachAt: null };
  return (await em.nativeUpdate(LoginLink, first, { openedByCoachAt: clock.now() })) > 0;
}

interface LinkOfDelivery {
  deliveryId: string;
  usedAt: Date | null;
  revokedAt: Date | null;
  notSentAt: Date | null;
  expiresAt: Date;
  /** Nothing has ended the account's links since. */
  isCurrent: boolean;
}

const OF_DELIVERIES = `
  select l.delivery_id as "deliveryId", l.used_at as "usedAt", l.revoked_at as "revokedAt",
         l.not_sent_at as "notSentAt", l.expires_at as "expiresAt",
         l.credentials_version = a.credentials_version as "isCurrent"
    from login_link l join account a on a.id = l.account_id
   where l.delivery_id = any(string_to_array(?, ',')::uuid[])
   order by l.used_at is not null, l.created_at`;

/** Every link that these deliveries carried: the oldest first, and those that were used last of all. */
export async function findLinksOfDeliveries(
  { em }: Connection,
  deliveryIds: string[],
): Promise<LinkOfDelivery[]> {
  if (deliveryIds.length === 0) return [];
  return em.execute<LinkOfDelivery[]>(OF_DELIVERIES, [deliveryIds.join()]);
}

const NEWEST_ENDS = `
  select distinct on (delivery_id) delivery_id, expires_at from login_link
   where delivery_id = any(string_to_array(?, ',')::uuid[]) order by delivery_id, created_at desc`;

/** When the newest link of each of these deliveries ends, by delivery. */
export async function findEndsOfLinks({ em }: Connection, deliveryIds: string[]): Promise<Map<string, Date>> {
  const rows = await em.execute<{ delivery_id: string; expires_at: Date }[]>(NEWEST_ENDS, [
    deliveryIds.join(),
  ]);
  return new Map(rows.map((row) => [row.delivery_id, row.expires_at]));
}
