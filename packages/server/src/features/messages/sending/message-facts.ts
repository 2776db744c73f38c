import { countDeliveries } from './delivery-store.ts';
import { OUTCOME } from './delivery-lists.ts';
import {
  type DeliveryCounts,
  type DeliveryOutcome,
  factOfMessages,
  IS_NOT_IN,
  type LinkCounts,
  type OutcomeCounts,
} from '../writing/index.ts';

/** How many of a message's deliveries are in which state. */
export const deliveryCounts = factOfMessages<DeliveryCounts>(countDeliveries);

// Each client is looked up by id, whatever is known of the tables: or else all accounts are read for a page of messages, or
// all clients for each of them.
const LINKS = `
  select o.message_id as id,
         count(*) filter (where o.link_used_at is not null
                             or (o.link_made_at is not null and o.state in ('SENT', 'DELIVERED', 'BOUNCED')))::int as made,
         count(o.link_used_at)::int as used,
         count(*) filter (where a.status = 'ACTIVE' and ${IS_NOT_IN})::int as "notIn"
    from delivery o
    left join lateral (select status, last_login_at from account where id = o.client_id offset 0) a on true
   where o.message_id = any(string_to_array(?, ',')::uuid[]) and not o.is_copy group by o.message_id`;

/** What became of the links of a message. */
export const linkCounts = factOfMessages<LinkCounts>(async ({ em }, ids) => {
  const rows = await em.execute<(LinkCounts & { id: string })[]>(LINKS, [ids.join()]);
  const counts = new Map(rows.map(({ id, ...rest }) => [id, rest]));
  return ids.map((id) => counts.get(id) ?? { made: 0, used: 0, notIn: 0 });
});

const OUTCOMES = `
  select d.message_id as id, ${OUTCOME} as outcome, count(*)::int as n from delivery d
   where d.message_id = any(string_to_array(?, ',')::uuid[]) and not d.is_copy group by 1, 2`;

interface Counted {
  id: string;
  outcome: keyof typeof DeliveryOutcome;
  n: number;
}

/** What became of a message, each of its deliveries counted once. */
export const outcomeCounts = factOfMessages<OutcomeCounts>(async ({ em }, ids) => {
  const rows = await em.execute<Counted[]>(OUTCOMES, [ids.join()]);
  return ids.map((id) => {
    const of = (outcome: Counted['outcome']) =>
      rows.find((row) => row.id === id && row.outcome === outcome)?.n ?? 0;
    return {
      cameIn: of('CAME_IN'),
      arrived: of('ARRIVED'),
      onTheWay: of('ON_THE_WAY'),
      cameBack: of('CAME_BACK'),
      notSent: of('NOT_SENT'),
      held: of('HELD'),
    };
  });
});

/** Names that a list shows of each message at the most. */
export const MOST_NAMES = 10;

// Before the sending those who were named, in that order. Always the same few of many, without sorting them all.
const NAMES = `
  select m.id, n.first_name, n.last_name, n.email
    from message m cross join lateral (
      (select a.first_name, a.last_name, a.email, d.client_id::text as place
         from delivery d join account a on a.id = d.client_id
        where d.message_id = m.id and not d.is_copy order by d.client_id limit ?)
      union all
      (select a.first_name, a.last_name, a.email, lpad(c.place::text, 9, '0')
         from jsonb_array_elements_text(m.client_ids) with ordinality c (id, place)
         join account a on a.id = c.id::uuid and a.coach_id = m.coach_id
        where m.state in ('DRAFT', 'SCHEDULED', 'CANCELLED') order by c.place limit ?)) n
   where m.id = any(string_to_array(?, ',')::uuid[]) order by m.id, n.place`;

interface Named {
  id: string;
  first_name: string;
  last_name: string;
  email: string;
}

/** How a few of its readers are called. */
export const recipientNames = factOfMessages<string[]>(async ({ em }, ids) => {
  const rows = await em.execute<Named[]>(NAMES, [MOST_NAMES, MOST_NAMES, ids.join()]);
  const names = Map.groupBy(rows, ({ id }) => id);
  return ids.map((id) =>
    (names.get(id) ?? []).map(
      ({ first_name: first, last_name: last, email }) => `${first} ${last}`.trim() || email,
    ),
  );
});
