import { Client } from '../../clients/index.ts';
import { cursorOf, placeInTime, readPage, type Page } from '../../../platform/graphql/connection.types.ts';
import type { Mechanisms } from '../../../request-context.ts';
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
    totalCount: await countReplies({ em }, viewer, messageId),
  };
}

export function countReplies({ em }: Tools, viewer: Viewer, messageId: string): Promise<number> {
  return em.count(Reply, { message: { id: messageId, coach: viewer.account.id } });
}

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
