import {
  cursorOf,
  isId,
  placeInTime,
  readPage,
  type Page,
} from '../../../platform/graphql/connection.types.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { Message } from './message.entity.ts';
import type { MessageState } from './message-enums.types.ts';
import type { MessageView } from './message.types.ts';
import type { Viewer } from '../../../viewer.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock'>;

/** A message of this coach, as the database has it; null for anybody else's and for what is no id. */
export async function findOwnMessage(
  { em }: Pick<Tools, 'em'>,
  viewer: Viewer,
  id: string,
): Promise<Message | null> {
  return isId(id) ? em.findOne(Message, { id, coach: viewer.account.id }, { refresh: true }) : null;
}

type ShownField = Exclude<keyof Message & string, 'coach' | 'linksRevokedAt'>;

export function toView(message: Readonly<Pick<Message, ShownField>>): MessageView {
  const { localTime, timeZone, clientIds, allActive, ...rest } = message;
  const schedule = localTime && timeZone ? { localTime, timeZone } : null;
  const { id, subject, body, bodyFormat, state, version, copyToMe, createdAt, scheduledFor, sentAt } = rest;
  return {
    id,
    subject,
    body,
    bodyFormat,
    state,
    version,
    copyToMe,
    createdAt,
    schedule,
    scheduledFor: scheduledFor ?? null,
    undoableUntil: state === 'SCHEDULED' && !schedule ? (scheduledFor ?? null) : null,
    sentAt: sentAt ?? null,
    chosen: { clientIds, allActive },
  };
}

interface Wish {
  first: number;
  after: string | null;
}

const LIST = 'messages';

/** One page of a coach's messages, newest first. */
export async function findMessages(
  { em }: Pick<Tools, 'em'>,
  viewer: Viewer,
  wish: Wish & { state: keyof typeof MessageState | null },
): Promise<Page<MessageView>> {
  const { first, after: place } = readPage(wish, LIST);
  const after = placeInTime(place);
  const own = { coach: viewer.account.id, ...(wish.state ? { state: wish.state } : {}) };
  const older = after
    ? [
        {
          $or: [{ createdAt: { $lt: after.at } }, { createdAt: after.at, id: { $lt: after.id } }],
        },
      ]
    : [];
  const found = await em.find(
    Message,
    { $and: [own, ...older] },
    { orderBy: { createdAt: 'desc', id: 'desc' }, limit: first + 1 },
  );
  return {
    nodes: found.slice(0, first).map((message) => ({
      node: toView(message),
      cursor: cursorOf(LIST, { key: message.createdAt.toISOString(), id: message.id }),
    })),
    hasNextPage: found.length > first,
    hasPreviousPage: after !== null,
    totalCount: await em.count(Message, own),
  };
}
