import { AccessEvent } from './access-event.entity.ts';
import { actorWords } from './actor-words.ts';
import { cursorOf, placeInTime, readPage, type Page } from '../../../platform/graphql/connection.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { AccessEventView } from './access-diary.types.ts';
import { sayDevice } from '../../../platform/language/say-device.ts';
import type { Viewer } from '../../../viewer.ts';

const LIST = 'access diary';

/** One page of what happened to this account's access, newest first. */
export async function readAccessDiary(
  { em }: Pick<RequestContext, 'em'>,
  viewer: Viewer,
  wish: { first: number; after: string | null },
): Promise<Page<AccessEventView>> {
  const { first, after: place } = readPage(wish, LIST);
  const after = placeInTime(place);
  const own = { account: viewer.account.id };
  const older = after ? [{ $or: [{ at: { $lt: after.at } }, { at: after.at, id: { $lt: after.id } }] }] : [];
  const found = await em.find(
    AccessEvent,
    { $and: [own, ...older] },
    { orderBy: { at: 'desc', id: 'desc' }, limit: first + 1, populate: ['actorAccount'] },
  );
  return {
    nodes: found.slice(0, first).map((event) => ({
      node: toView(event),
      cursor: cursorOf(LIST, { key: event.at.toISOString(), id: event.id }),
    })),
    hasNextPage: found.length > first,
    hasPreviousPage: after !== null,
    totalCount: await em.count(AccessEvent, own),
  };
}

function toView(event: AccessEvent): AccessEventView {
  const { id, at, kind, actor, device } = event;
  return {
    id,
    at,
    kind,
    actor: actorWords(event),
    actorKind: actor === 'OWNER' ? 'YOU' : actor,
    device: device ? sayDevice(device) : null,
  };
}
