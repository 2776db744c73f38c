import type { Viewer } from '../accounts/index.ts';
import { Client } from '../clients/index.ts';
import { cursorOf, isId, placeInTime, readPage, type Page } from '../../platform/graphql/connection.types.ts';
import type { Mechanisms } from '../../request-context.ts';
import { Delivery } from './delivery.entity.ts';
import { Message } from './message.entity.ts';
import { type DeliveryState, type LoginLinkState, type MessageState } from './message-enums.types.ts';
import { DeliveryCounts, DeliveryView, MessageView } from './message.types.ts';
import { sayAgain } from '../../platform/language/say.ts';

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
  return Object.assign(new MessageView(), {
    ...{ id, subject, body, bodyFormat, state, version, copyToMe, createdAt, schedule },
    scheduledFor: scheduledFor ?? null,
    sentAt: sentAt ?? null,
    chosen: { clientIds, allActive },
  });
}

interface Wish {
  first: number;
  after: string | null;
}

/** One page of a coach's messages, newest first. */
export async function findMessages(
  { em }: Pick<Tools, 'em'>,
  viewer: Viewer,
  wish: Wish & { state: keyof typeof MessageState | null },
): Promise<Page<MessageView>> {
  const { first, after: place } = readPage(wish);
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
      cursor: cursorOf({ key: message.createdAt.toISOString(), id: message.id }),
    })),
    hasNextPage: found.length > first,
    hasPreviousPage: after !== null,
    totalCount: await em.count(Message, own),
  };
}

/** Those deliveries of a message, or to a client, in the order they were made. */
export async function findDeliveries(
  tools: Tools,
  viewer: Viewer,
  wish: Wish & { of: { message: string } | { client: string }; state: keyof typeof DeliveryState | null },
): Promise<Page<DeliveryView>> {
  const { em } = tools;
  const { first, after } = readPage(wish);
  const own = {
    ...wish.of,
    message: { ...('message' in wish.of ? { id: wish.of.message } : {}), coach: viewer.account.id },
    ...(wish.state ? { state: wish.state } : {}),
  };
  const later = after ? { id: { $gt: after.id } } : {};
  const found = await em.find(
    Delivery,
    { $and: [own, later] },
    { orderBy: { id: 'asc' }, limit: first + 1, populate: ['client', 'message'], refresh: true },
  );
  const shown = found.slice(0, first);
  const links = await linkStates(tools, shown);
  return {
    nodes: shown.map((delivery) => ({
      node: toDeliveryView(delivery, viewer, links.get(delivery.id)),
      cursor: cursorOf({ key: '', id: delivery.id }),
    })),
    hasNextPage: found.length > first,
    hasPreviousPage: after !== null,
    totalCount: await em.count(Delivery, own),
  };
}

type LinkLife = { state: keyof typeof LoginLinkState; expiresAt: Date | null };

function toDeliveryView(delivery: Delivery, viewer: Viewer, link: LinkLife | undefined): DeliveryView {
  const client = delivery.client;
  const { id, email, state, reason, attempts, updatedAt } = delivery;
  return Object.assign(new DeliveryView(), {
    ...{ id, email, state, attempts, updatedAt },
    reason: reason ? sayAgain(reason) : null,
    client: new Client(client, viewer.account.timeZone),
    message: toView(delivery.message),
    loginLink: link?.state ?? 'NONE',
    loginLinkExpiresAt: link?.expiresAt ?? null,
  });
}

interface LinkRow {
  delivery_id: string;
  used_at: Date | null;
  revoked_at: Date | null;
  expires_at: Date | string;
  is_current: boolean;
}

const LINKS = `
  select l.delivery_id, l.used_at, l.revoked_at, l.expires_at, l.credentials_version = a.credentials_version as is_current
    from login_link l join account a on a.id = l.account_id
   where l.delivery_id = any(string_to_array(?, ',')::uuid[])
   order by l.used_at is not null, l.created_at`;

/** The life of the link that each delivery carried: used if any was, else that of the newest. */
async function linkStates({ em, clock }: Tools, deliveries: Delivery[]): Promise<Map<string, LinkLife>> {
  const lives = new Map<string, LinkLife>();
  if (deliveries.length === 0) return lives;
  const rows = await em.execute<LinkRow[]>(LINKS, [deliveries.map(({ id }) => id).join()]);
  const states = new Map(deliveries.map(({ id, state }) => [id, state]));
  const now = clock.now();
  for (const row of rows) {
    const expiresAt = new Date(row.expires_at);
    const waiting = states.get(row.delivery_id) === 'QUEUED';
    const dead = expiresAt <= now || !row.is_current;
    const state = row.used_at
      ? 'USED'
      : row.revoked_at
        ? 'REVOKED'
        : waiting
          ? 'WAITING'
          : dead
            ? 'EXPIRED'
            : 'ACTIVE';
    lives.set(row.delivery_id, { state, expiresAt });
  }
  return lives;
}

/** How many deliveries of a message are in which state. */
export async function countDeliveries({ em }: Pick<Tools, 'em'>, messageId: string): Promise<DeliveryCounts> {
  const rows = await em.execute<{ state: keyof typeof DeliveryState; n: number }[]>(
    'select state, count(*)::int as n from delivery where message_id = ? group by state',
    [messageId],
  );
  const of = (state: keyof typeof DeliveryState) => rows.find((row) => row.state === state)?.n ?? 0;
  return Object.assign(new DeliveryCounts(), {
    queued: of('QUEUED'),
    sent: of('SENT'),
    delivered: of('DELIVERED'),
    bounced: of('BOUNCED'),
    failed: of('FAILED'),
    held: of('HELD'),
  });
}
