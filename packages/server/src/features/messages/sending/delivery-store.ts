import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { noteLastLinks } from '../../accounts/index.ts';
import { NOT_HELD_BEFORE } from '../../../platform/database/restoration.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { DeliveryCounts, DeliveryState } from '../writing/index.ts';
import type { ClaimedDelivery, SentDelivery } from './claims.ts';
import type { Delivery } from './delivery.entity.ts';
import { IS_NOT_IN } from '../writing/index.ts';

interface Tools {
  em: SqlEntityManager;
  clock: Clock;
}

// Who is among the chosen is decided now: a client who became inactive since is held when their turn comes.
const QUEUE_DELIVERIES = `
  insert into delivery (id, mail_id, message_id, client_id, email, place, state, next_attempt_at, created_at, updated_at)
  select fresh.id, fresh.id, m.id, a.id, a.email, row_number() over (), 'QUEUED', ?, ?, ?
    from message m join account a on a.coach_id = m.coach_id and a.role = 'CLIENT'
   cross join lateral (select gen_random_uuid() as id where a.id is not null) fresh
   where m.id = ? and ((m.all_active and a.status = 'ACTIVE')
                        or a.id::text in (select jsonb_array_elements_text(client_ids) from message where id = ?)
                        or (a.status = 'ACTIVE' and exists (
                          select 1 from delivery o
                           where o.message_id = m.not_in_of_id and o.client_id = a.id and ${IS_NOT_IN})))
  on conflict (message_id, client_id) do nothing`;

const QUEUE_COPY = `
  insert into delivery (id, mail_id, message_id, client_id, email, is_copy, state, next_attempt_at, created_at, updated_at)
  select fresh.id, fresh.id, m.id, a.id, a.email, true, 'QUEUED', ?, ?, ?
    from message m join account a on a.id = m.coach_id
   cross join lateral (select gen_random_uuid() as id where a.id is not null) fresh
   where m.id = ? and m.copy_to_me
  on conflict (message_id, client_id) do nothing`;

/** All deliveries of a message and the coach's own copy, each by one statement. */
export async function queueDeliveries({ em, clock }: Tools, messageId: string): Promise<void> {
  const now = clock.now();
  await em.execute(QUEUE_DELIVERIES, [now, now, now, messageId, messageId]);
  await em.execute(QUEUE_COPY, [now, now, now, messageId]);
}

/** A schedule whose time has come. */
export const IS_TIME = `state = 'SCHEDULED' and scheduled_for <= ? and scheduled_for > ${NOT_HELD_BEFORE}`;

const IS_DUE = `
  select exists (select 1 from message where ${IS_TIME})
      or exists (select 1 from delivery where state = 'HELD' and held_until <= ?)
      or (not exists (select 1 from mail_pause where until > ?)
          and exists (select 1 from delivery where state = 'QUEUED' and next_attempt_at <= ?
                         and (claimed_until is null or claimed_until <= ?))) as is_due`;

/** Whether there is anything to deliver: a schedule, a pause that is over (of one mail, or of all), an hour for which a mail was held, a claim that ran out. */
export async function isAnythingDue({ em, clock }: Tools): Promise<boolean> {
  const now = clock.now();
  const [row] = await em.execute<{ is_due: boolean }[]>(IS_DUE, [now, now, now, now, now]);
  return row?.is_due ?? false;
}

// Forward only, and only where mail and address are both the ones that were sent.
const MOVE = `
  with sent as (
    select id, client_id, message_id, state from delivery
     where mail_id = ? and lower(email) = ? and state = any(string_to_array(?, ',')) for update)
  update delivery d set state = ?, reason = ?, fault = ?, updated_at = ?, claimed_until = null, uncertain_since = null
    from sent join message m on m.id = sent.message_id where d.id = sent.id
  returning sent.id, sent.client_id as "clientId", sent.message_id as "messageId", sent.state as "was",
            m.coach_id as "coachId", d.link_made_at is not null as "carriesLink"`;

const MOVES_FROM = { DELIVERED: 'QUEUED,SENT', BOUNCED: 'QUEUED,SENT,DELIVERED', FAILED: 'QUEUED,SENT' };

interface Move {
  mailId: string;
  emailKey: string;
  state: keyof typeof MOVES_FROM;
  reason: string | null;
  fault: Delivery['fault'];
}

interface MovedDelivery extends SentDelivery {
  messageId: string;
  was: Delivery['state'];
}

/** Moves the delivery of this mail on to what its provider tells; null where there is none that it moves. */
export async function moveOn(
  { em, clock }: Tools,
  { mailId, emailKey, state, reason, fault }: Move,
): Promise<MovedDelivery | null> {
  const values = [mailId, emailKey, MOVES_FROM[state], state, reason, fault, clock.now()];
  const [moved] = await em.execute<MovedDelivery[]>(MOVE, values);
  if (moved && state !== 'DELIVERED') await noteLastLinks({ em }, [moved.clientId]);
  return moved ?? null;
}

// Counted anew.
const RELEASE = `
  with free as (
    update delivery set state = 'QUEUED', reason = null, held_until = null, attempts = 0, next_attempt_at = ?
     where state = 'HELD' and held_until <= ? returning message_id, client_id),
  going as (
    update message set state = 'SENDING' where id in (select message_id from free) and state = 'SENT')
  select distinct client_id from free`;

/** Those that were held until now wait to go again. */
export async function releaseHeld({ em, clock }: Tools): Promise<void> {
  const now = clock.now();
  await em.transactional(async (inside) => {
    const rows = await inside.execute<{ client_id: string }[]>(RELEASE, [now, now]);
    await noteLastLinks(
      { em: inside },
      rows.map((row) => row.client_id),
    );
  });
}

// Two people of one message at one address. Counted in one pass over the message.
const SHARED = `
  select message_id as "messageId", client_id as "clientId"
    from (select message_id, client_id, count(*) over (partition by message_id, lower(email)) as people
            from delivery where message_id = any(string_to_array(?, ',')::uuid[]) and not is_copy) d
   where people > 1`;

/**
 * Whether a delivery goes to an address where somebody else gets the same message. Asked once for each message: where its
 * mails go was written when they were queued.
 */
export function sharedAddresses({ em }: Pick<Tools, 'em'>) {
  const asked = new Set<string>();
  const shared = new Set<string>();
  const key = ({ messageId, clientId }: Pick<ClaimedDelivery, 'messageId' | 'clientId'>) =>
    `${messageId} ${clientId}`;
  return async (claims: ClaimedDelivery[]): Promise<(claim: ClaimedDelivery) => boolean> => {
    const fresh = [...new Set(claims.map(({ messageId }) => messageId))].filter((id) => !asked.has(id));
    const rows =
      fresh.length === 0
        ? []
        : await em.execute<{ messageId: string; clientId: string }[]>(SHARED, [fresh.join()]);
    for (const row of rows) shared.add(key(row));
    for (const id of fresh) asked.add(id);
    return (claim) => shared.has(key(claim));
  };
}

const COUNT = `
  select message_id as id, state, count(*)::int as n from delivery
   where message_id = any(string_to_array(?, ',')::uuid[]) and not is_copy group by message_id, state`;

/** How many deliveries of each of these messages are in which state. */
export async function countDeliveries(
  { em }: Pick<Tools, 'em'>,
  messageIds: readonly string[],
): Promise<DeliveryCounts[]> {
  const rows = await em.execute<{ id: string; state: keyof typeof DeliveryState; n: number }[]>(COUNT, [
    messageIds.join(),
  ]);
  return messageIds.map((id) => {
    const of = (state: keyof typeof DeliveryState) =>
      rows.find((row) => row.id === id && row.state === state)?.n ?? 0;
    return {
      queued: of('QUEUED'),
      sent: of('SENT'),
      delivered: of('DELIVERED'),
      bounced: of('BOUNCED'),
      failed: of('FAILED'),
      held: of('HELD'),
    };
  });
}
