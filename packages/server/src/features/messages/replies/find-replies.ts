import { Client } from '../../clients/index.ts';
import { cursorOf, placeInTime, readPage, type Page } from '../../../platform/graphql/connection.types.ts';
import { loggedIn, type Mechanisms } from '../../../request-context.ts';
import { factOfMessages } from '../writing/index.ts';
import { Reply } from './reply.entity.ts';
import { ReplyView } from './replies.types.ts';
import type { Viewer } from '../../../viewer.ts';

type Tools = Pick<Mechanisms, 'em'>;

/** One page of the replies to a message of this coach, newest first. */
export async function findReplies(
  { em }: Tools,
  viewer: Viewer,
  { messageId, ...wish }: { messageId: string; first: number; after: string | null },
): Promise<Page<ReplyView>> {
  const list = `replies ${messageId}`;
  const { first, after: place } = readPage(wish, list);
  const after = placeInTime(place);
  const own = { message: { id: messageId, coach: viewer.account.id } };
  const older = after ? [{ $or: [{ at: { $lt: after.at } }, { at: after.at, id: { $lt: after.id } }] }] : [];
  const found = await em.find(
    Reply,
    { $and: [own, ...older] },
    { orderBy: { at: 'desc', id: 'desc' }, limit: first + 1, populate: ['delivery.client'], refresh: true },
  );
  return {
    nodes: found.slice(0, first).map((reply) => ({
      node: toView(reply, reply.delivery.client, viewer),
      cursor: cursorOf(list, { key: reply.at.toISOString(), id: reply.id }),
    })),
    hasNextPage: found.length > first,
    hasPreviousPage: after !== null,
    totalCount: () => em.count(Reply, own),
  };
}

const COUNT = `
  select r.message_id as id, count(*)::int as n from reply r join message m on m.id = r.message_id
   where r.message_id = any(string_to_array(?, ',')::uuid[]) and m.coach_id = ? group by r.message_id`;

/** How many replies there are to a message of this coach. */
export const replyCount = factOfMessages<number>(async (context, ids) => {
  const values = [ids.join(), loggedIn(context).account.id];
  const rows = await context.em.execute<{ id: string; n: number }[]>(COUNT, values);
  const counts = new Map(rows.map(({ id, n }) => [id, n]));
  return ids.map((id) => counts.get(id) ?? 0);
});

function toView(
  {
    id,
    at,
    text,
    attachmentNames,
    fromOtherAddress,
    doubtful,
    unreadable,
  }: Omit<Reply, 'delivery' | 'message'>,
  client: ConstructorParameters<typeof Client>[0],
  viewer: Viewer,
): ReplyView {
  return {
    id,
    client: new Client(client, viewer.account.timeZone),
    at,
    text,
    attachmentNames,
    fromOtherAddress,
    doubtful,
    unreadable,
  };
}
