import { Client } from '../../clients/index.ts';
import { findLinksOfDeliveries } from '../../login/index.ts';
import { cursorOf, readPage, type Page } from '../../../platform/graphql/connection.types.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { Delivery } from './delivery.entity.ts';
import { faultOfDelivery } from './delivery-fault-words.ts';
import { findMailPause, pauseWords } from './mail-pause.ts';
import { OF_CLIENT, OF_MESSAGE } from './delivery-lists.ts';
import {
  type DeliveryOrder,
  type DeliveryOutcome,
  type DeliveryState,
  type LoginLinkState,
  DeliveryView,
  toView,
} from '../writing/index.ts';
import { translateStored } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock'>;

interface Wish {
  first: number;
  after: string | null;
  of: { message: string } | { client: string };
  state: keyof typeof DeliveryState | null;
  link?: (keyof typeof LoginLinkState)[] | null;
  outcome?: keyof typeof DeliveryOutcome | null;
  orderBy?: keyof typeof DeliveryOrder;
}

/** Those deliveries of a message, in its order, or to a client, newest first. */
export async function findDeliveries(
  tools: Tools,
  viewer: Viewer,
  { of, state, link = null, outcome = null, orderBy = 'NAME', ...wish }: Wish,
): Promise<Page<DeliveryView>> {
  const { em } = tools;
  const { sql, list, id } =
    'message' in of
      ? { sql: OF_MESSAGE[orderBy], list: `deliveries of message ${of.message} ${orderBy}`, id: of.message }
      : { sql: OF_CLIENT, list: `deliveries of client ${of.client}`, id: of.client };
  const { first, after } = readPage(wish, list);
  const states = link?.join() ?? null;
  const those = [tools.clock.now(), id, viewer.account.id, state, state, states, states, outcome, outcome];
  const place = [after?.key ?? null, after?.key ?? '', after?.id ?? id, first + 1];
  const rows = await em.execute<{ id: string; sort_key: string }[]>(sql.page, [...those, ...place]);
  const [counted] = await em.execute<{ total: number }[]>(sql.count, those);
  const shown = rows.slice(0, first);
  const ids = shown.map((row) => row.id);
  const views = await viewsOf(tools, viewer, ids);
  return {
    nodes: shown.flatMap((row) => {
      const node = views.get(row.id);
      return node ? [{ node, cursor: cursorOf(list, { key: row.sort_key, id: row.id }) }] : [];
    }),
    hasNextPage: rows.length > first,
    hasPreviousPage: after !== null,
    totalCount: counted?.total ?? 0,
  };
}

/** These deliveries as their coach sees them. */
async function viewsOf(tools: Tools, viewer: Viewer, ids: string[]): Promise<Map<string, DeliveryView>> {
  const deliveries = await findById(tools, ids);
  const links = await linkStates(tools, [...deliveries.values()]);
  const waitsBecause = await whyAllWait(tools, [...deliveries.values()]);
  return new Map(
    [...deliveries].map(([id, delivery]) => [
      id,
      toDeliveryView(delivery, viewer, { link: links.get(id), waitsBecause }),
    ]),
  );
}

const LAST = `
  select d.client_id, d.id
    from unnest(string_to_array(?, ',')::uuid[]) asked (client_id)
   cross join lateral (
     select d.id, d.client_id from delivery d join message m on m.id = d.message_id
      where d.client_id = asked.client_id and m.coach_id = ? and not d.is_copy
      order by d.created_at desc, d.id desc limit 1) d`;

/** What this coach last sent to each of these clients; null where that is nothing. */
export async function findLastDeliveries(
  tools: Tools,
  viewer: Viewer,
  clientIds: readonly string[],
): Promise<(DeliveryView | null)[]> {
  const values = [clientIds.join(), viewer.account.id];
  const rows = await tools.em.execute<{ client_id: string; id: string }[]>(LAST, values);
  const views = await viewsOf(
    tools,
    viewer,
    rows.map(({ id }) => id),
  );
  const last = new Map(rows.map((row) => [row.client_id, views.get(row.id) ?? null]));
  return clientIds.map((id) => last.get(id) ?? null);
}

async function findById({ em }: Tools, ids: string[]): Promise<Map<string, Delivery>> {
  const found = await em.find(
    Delivery,
    { id: { $in: ids } },
    { populate: ['client', 'message'], refresh: true },
  );
  return new Map(found.map((delivery) => [delivery.id, delivery]));
}

type LinkLife = { state: keyof typeof LoginLinkState; expiresAt: Date | null };

/** What holds up every mail that has not been tried; asked only where one waits. */
async function whyAllWait(tools: Tools, deliveries: Delivery[]): Promise<string | null> {
  if (!deliveries.some(({ state, reason }) => state === 'QUEUED' && !reason)) return null;
  const pause = await findMailPause(tools);
  return pause && pauseWords(pause);
}

function toDeliveryView(
  delivery: Delivery,
  viewer: Viewer,
  { link, waitsBecause }: { link: LinkLife | undefined; waitsBecause: string | null },
): DeliveryView {
  const client = delivery.client;
  const { id, email, state, attempts, updatedAt } = delivery;
  const { fault } = delivery;
  const kept = delivery.reason ? translateStored(delivery.reason) : null;
  const reason = fault ? faultOfDelivery(fault, kept) : (kept ?? (state === 'QUEUED' ? waitsBecause : null));
  return {
    id,
    email,
    state,
    attempts,
    updatedAt,
    reason,
    fault: fault ?? null,
    client: new Client(client, viewer.account.timeZone),
    message: toView(delivery.message),
    loginLink: link?.state ?? 'NONE',
    loginLinkExpiresAt: link?.expiresAt ?? null,
    loginLinkUsedAt: delivery.linkUsedAt ?? null,
  };
}

/** The life of the link that each delivery carried: used if any was, else that of the newest that may have gone. */
async function linkStates({ em, clock }: Tools, deliveries: Delivery[]): Promise<Map<string, LinkLife>> {
  const lives = new Map<string, LinkLife>();
  const links = await findLinksOfDeliveries(
    { em },
    deliveries.map(({ id }) => id),
  );
  const states = new Map(deliveries.map(({ id, state }) => [id, state]));
  const now = clock.now();
  for (const { deliveryId, usedAt, revokedAt, notSentAt, expiresAt, isCurrent } of links) {
    const waiting = states.get(deliveryId) === 'QUEUED';
    if (notSentAt && !usedAt && !waiting) continue;
    const dead = expiresAt <= now || !isCurrent;
    const state = usedAt ? 'USED' : revokedAt ? 'REVOKED' : waiting ? 'WAITING' : dead ? 'EXPIRED' : 'ACTIVE';
    lives.set(deliveryId, { state, expiresAt });
  }
  // Dead links are removed in the end; what became of them stays.
  for (const { id, linkMadeAt, linkUsedAt, state } of deliveries)
    if (linkMadeAt && !lives.has(id) && (linkUsedAt || state === 'SENT' || state === 'DELIVERED'))
      lives.set(id, { state: linkUsedAt ? 'USED' : 'EXPIRED', expiresAt: null });
  return lives;
}
