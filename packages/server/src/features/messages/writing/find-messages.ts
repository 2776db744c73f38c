import { findClientIds } from '../../clients/index.ts';
import { fold } from '../../accounts/index.ts';
import { later } from '../../../platform/clock.ts';
import { cursorOf, placeInTime, readPage, type Page } from '../../../platform/graphql/connection.types.ts';
import type { Mechanisms } from '../../../request-context.ts';
import type { Viewer } from '../../../viewer.ts';
import { Message } from './message.entity.ts';
import type { MessagesShown, MessageState } from './message-enums.types.ts';
import type { MessageCounts, MessageView } from './message.types.ts';
import { toView } from './read-messages.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock' | 'settings'>;

interface Wish {
  first: number;
  after: string | null;
  show: keyof typeof MessagesShown;
  state: keyof typeof MessageState | null;
  search: string | null;
}

// Who would still try a mail again that came back a month ago.
const NEEDS_YOU = `
  (m.state in ('SENDING', 'SENT') and m.created_at > moment.lately and exists (
    select 1 from delivery d
     where d.message_id = m.id and d.state in ('BOUNCED', 'FAILED', 'HELD') and d.held_until is null
       and not d.is_copy))`;

const IS_SHOWN: Record<keyof typeof MessagesShown, string> = {
  ALL: 'true',
  NEED_YOU: NEEDS_YOU,
  DRAFTS: `m.state = 'DRAFT'`,
  SCHEDULED: `m.state = 'SCHEDULED'`,
  SENT: `m.state in ('SENDING', 'SENT')`,
};

const OWN = `from message m cross join (select ?::timestamptz as lately) moment where m.coach_id = ?`;

// In the subject, or among those whom it was written to.
const FOUND = `
  (m.folded_subject like all(string_to_array(?, chr(10)))
   or jsonb_exists_any(m.client_ids, string_to_array(?, ','))
   or exists (select 1 from delivery d
               where d.message_id = m.id and d.client_id = any(string_to_array(?, ',')::uuid[]) and not d.is_copy))`;

/** As many readers of a name as are looked for; a search that finds more of them is one for subjects. */
const MOST_READERS = 100;

async function foundBy(tools: Tools, viewer: Viewer, search: string | null) {
  const text = fold(search?.slice(0, 200).replaceAll('\0', '') ?? '');
  if (!search?.trim()) return null;
  const patterns = text.split(' ').map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const readers = await findClientIds(tools, viewer, search, MOST_READERS);
  return { text, values: [text === '' ? '\n' : patterns.join('\n'), readers.join(), readers.join()] };
}

const lately = ({ clock, settings }: Tools) => later(clock.now(), -settings.helpReportMs);

interface Row {
  id: string;
  created_at: Date;
}

const pageOf = (show: Wish['show'], isSearch: boolean, isFurther: boolean) => `
  select m.id, m.created_at ${filterOf(show, isSearch)}
   ${isFurther ? 'and (m.created_at, m.id) < (?::timestamptz, ?::uuid)' : ''}
   order by m.created_at desc, m.id desc limit ?`;

const countOf = (show: Wish['show'], isSearch: boolean) =>
  `select count(*)::int as n ${filterOf(show, isSearch)}`;

const filterOf = (show: Wish['show'], isSearch: boolean) =>
  `${OWN} and ${IS_SHOWN[show]} and (?::text is null or m.state = ?) ${isSearch ? `and ${FOUND}` : ''}`;

/** One page of a coach's messages, newest first. */
export async function findMessages(
  tools: Tools,
  viewer: Viewer,
  { show, state, search, ...wish }: Wish,
): Promise<Page<MessageView>> {
  const found = await foundBy(tools, viewer, search);
  const list = ['messages', show, state ?? 'ANY', found?.text ?? ''].join(' ');
  const { first, after: place } = readPage(wish, list);
  const after = placeInTime(place);
  const values = [lately(tools), viewer.account.id, state, state, ...(found?.values ?? [])];
  const further = after ? [after.at, after.id] : [];
  const sql = pageOf(show, found !== null, after !== null);
  const rows = await tools.em.execute<Row[]>(sql, [...values, ...further, first + 1]);
  const shown = rows.slice(0, first);
  const messages = await tools.em.find(
    Message,
    { id: { $in: shown.map(({ id }) => id) } },
    { refresh: true },
  );
  const byId = new Map(messages.map((message) => [message.id, message]));
  return {
    nodes: shown.flatMap(({ id, created_at }) => {
      const message = byId.get(id);
      const cursor = cursorOf(list, { key: created_at.toISOString(), id });
      return message ? [{ node: toView(message), cursor }] : [];
    }),
    hasNextPage: rows.length > first,
    hasPreviousPage: after !== null,
    totalCount: async () => {
      const counting = countOf(show, found !== null);
      return (await tools.em.execute<{ n: number }[]>(counting, values))[0]?.n ?? 0;
    },
  };
}

const counted = (show: Wish['show']) => `count(*) filter (where ${IS_SHOWN[show]})::int`;

const COUNTS = `
  select count(*)::int as all, ${counted('NEED_YOU')} as "needYou", ${counted('DRAFTS')} as drafts,
         ${counted('SCHEDULED')} as scheduled, ${counted('SENT')} as sent ${OWN}`;

/** How many messages each list has. */
export async function countMessages(tools: Tools, viewer: Viewer): Promise<MessageCounts> {
  const values = [lately(tools), viewer.account.id];
  const [counts] = await tools.em.execute<MessageCounts[]>(COUNTS, values);
  if (!counts) throw new Error('A count without a row');
  return counts;
}
