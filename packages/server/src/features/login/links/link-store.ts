import type { Mechanisms } from '../../../request-context.ts';
import { newId } from '../../../platform/random-token.ts';
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
    })),
  );
}

const SPEND = `
  update login_link set used_at = ?, used_by_browser_hash = ?
   where id = ? and used_at is null and revoked_at is null and expires_at > ? and credentials_version = ?
  returning id`;

/** Of many who use a link at once, the one who gets it; false also where it is dead, or the account's version another. */
export async function markUsed(
  { em, clock }: Tools,
  id: string,
  { browserHash, version }: { browserHash: string | null; version: number },
): Promise<boolean> {
  const now = clock.now();
  return (await em.execute<unknown[]>(SPEND, [now, browserHash, id, now, version])).length > 0;
}

/** Which session came of its use, so that the same browser may come again. */
export async function noteSession(
  { em }: Connection,
  id: string,
  { sessionId, browserHash }: { sessionId: string; browserHash: string | null },
): Promise<void> {
  const by = { usedBySessionId: sessionId, usedByBrowserHash: browserHash };
  await em.nativeUpdate(LoginLink, { id }, by);
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

const NOTE_USED = `
  update delivery set link_used_at = ? where id = (select delivery_id from login_link where id = ?)`;

/** What a delivery keeps of its links when they are removed. */
export async function noteMade({ em, clock }: Tools, deliveryIds: string[]): Promise<void> {
  await em.execute(NOTE_MADE, [clock.now(), deliveryIds.join()], 'run');
}

export async function noteUsed({ em, clock }: Tools, linkId: string): Promise<void> {
  await em.execute(NOTE_USED, [clock.now(), linkId], 'run');
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
