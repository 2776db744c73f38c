import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { noteLastLinks } from '../../accounts/index.ts';
import { later, type Clock } from '../../../platform/clock.ts';
import { Delivery } from './delivery.entity.ts';

interface Tools {
  em: SqlEntityManager;
  clock: Clock;
}

/** A delivery that a worker has taken, as it stood at that moment. */
export interface ClaimedDelivery {
  id: string;
  mailId: string;
  /** Where it went, if it did. */
  email: string;
  messageId: string;
  clientId: string;
  isCopy: boolean;
  place: number;
  attempts: number;
  claimedUntil: Date;
  uncertainSince: Date | null;
  asks: number;
}

const CLAIM = `
  update delivery d set claimed_until = ?, attempts = attempts + 1
   where id in (
     select id from delivery
      where state = 'QUEUED' and next_attempt_at <= ? and (claimed_until is null or claimed_until <= ?)
      order by place, next_attempt_at for update skip locked limit ?)
  returning d.id, d.mail_id as "mailId", d.email, d.message_id as "messageId", d.client_id as "clientId",
            d.is_copy as "isCopy", d.place, d.attempts, d.claimed_until as "claimedUntil",
            d.uncertain_since as "uncertainSince", d.asks`;

/** Takes so many of those that are due, by turns of each message; each is this worker's alone for so long. */
export function claimDeliveries(
  { em, clock }: Tools,
  { most, forMs }: { most: number; forMs: number },
): Promise<ClaimedDelivery[]> {
  const now = clock.now();
  return em.execute<ClaimedDelivery[]>(CLAIM, [later(now, forMs), now, now, most]);
}

/** Each claim counts one attempt, so the number says whose it is. */
function ownClaim({ id, attempts }: ClaimedDelivery) {
  return { id, attempts, state: 'QUEUED' } as const;
}

const ownClaims = (claims: readonly ClaimedDelivery[]) =>
  JSON.stringify(claims.map(({ id, attempts }) => ({ id, attempts })));

const MARK = `
  update delivery d set uncertain_since = ?, asks = 0, email = own.email
    from jsonb_to_recordset(?::jsonb) as own (id uuid, attempts int, email text)
   where d.id = own.id and d.attempts = own.attempts and d.state = 'QUEUED' and d.claimed_until > ?
  returning d.id`;

/** That these mails go to the provider now: the ids of those whose claim has not run out and that no other has by now. */
export async function markUnderWay(
  { em, clock }: Tools,
  mails: readonly { claim: ClaimedDelivery; email: string }[],
): Promise<Set<string>> {
  const now = clock.now();
  const own = mails.map(({ claim: { id, attempts }, email }) => ({ id, attempts, email }));
  const rows = await em.execute<{ id: string }[]>(MARK, [now, JSON.stringify(own), now]);
  return new Set(rows.map(({ id }) => id));
}

const SENT = `
  update delivery d
     set state = 'SENT', uncertain_since = null, reason = null, claimed_until = null, updated_at = ?
    from jsonb_to_recordset(?::jsonb) as own (id uuid, attempts int), message m
   where d.id = own.id and d.attempts = own.attempts and d.state = 'QUEUED' and m.id = d.message_id
  returning d.id, d.client_id as "clientId", m.coach_id as "coachId", d.link_made_at is not null as "carriesLink"`;

/** What the diary needs to know of a mail that went. */
export interface SentDelivery {
  id: string;
  clientId: string;
  coachId: string;
  carriesLink: boolean;
}

/** Writes that the provider has these, and tells which of them nobody else had written anything of. */
export function markSent({ em, clock }: Tools, claims: readonly ClaimedDelivery[]): Promise<SentDelivery[]> {
  return em.execute<SentDelivery[]>(SENT, [clock.now(), ownClaims(claims)]);
}

// A mark whose answer got lost may stand there: whoever gives back knows that no call has followed it.
const GIVE_BACK = `
  update delivery d set claimed_until = null, uncertain_since = case when own.sure then null else d.uncertain_since end
    from jsonb_to_recordset(?::jsonb) as own (id uuid, attempts int, sure boolean)
   where d.id = own.id and d.attempts = own.attempts and d.state = 'QUEUED'`;

/** Those that were claimed and not handed over are anybody's again. */
export async function giveBack({ em }: Pick<Tools, 'em'>, claims: readonly ClaimedDelivery[]): Promise<void> {
  const own = claims.map(({ id, attempts, uncertainSince }) => ({
    id,
    attempts,
    sure: uncertainSince === null,
  }));
  if (own.length > 0) await em.execute(GIVE_BACK, [JSON.stringify(own)], 'run');
}

type Settled = Partial<
  Pick<Delivery, 'state' | 'reason' | 'nextAttemptAt' | 'uncertainSince' | 'asks' | 'heldUntil' | 'place'>
>;

/** Writes what became of it and gives the claim back; false where another has the delivery by now. */
export async function settle(
  { em, clock }: Tools,
  claim: ClaimedDelivery,
  settled: Settled,
): Promise<boolean> {
  const given = { ...settled, claimedUntil: null, updatedAt: clock.now() };
  const write = async (inside: SqlEntityManager) =>
    (await inside.nativeUpdate(Delivery, ownClaim(claim), given)) > 0;
  if (settled.state !== 'HELD' && settled.state !== 'FAILED') return write(em);
  return em.transactional(async (inside) => {
    if (!(await write(inside))) return false;
    // Its link, if it had one, gets to nobody.
    await noteLastLinks({ em: inside }, [claim.clientId]);
    return true;
  });
}
