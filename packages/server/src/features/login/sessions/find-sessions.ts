import { Session } from './session.entity.ts';
import { later } from '../../../platform/clock.ts';
import type { RequestContext } from '../../../request-context.ts';
import type { SessionView } from './sessions.types.ts';
import { sayDevice } from '../../../platform/language/say-device.ts';
import type { Viewer } from '../../../viewer.ts';

/** The sessions of this account that still last: the one that asks first, then those used last. */
export async function findSessions(
  { em, clock, settings }: Pick<RequestContext, 'em' | 'clock' | 'settings'>,
  viewer: Viewer,
): Promise<SessionView[]> {
  const now = clock.now();
  const { idleMs } = settings.sessions[viewer.account.role];
  const living = {
    account: viewer.account.id,
    expiresAt: { $gt: now },
    lastSeenAt: { $gt: later(now, -idleMs) },
  };
  const found = await em.find(Session, living, { orderBy: { lastSeenAt: 'desc', id: 'asc' }, refresh: true });
  const views = found.map(({ id, device, method, createdAt, lastSeenAt, expiresAt }): SessionView => {
    const idleEnd = later(lastSeenAt, idleMs);
    return {
      id,
      current: id === viewer.session.id,
      device: sayDevice(device),
      method,
      createdAt,
      lastSeenAt,
      expiresAt: idleEnd < expiresAt ? idleEnd : expiresAt,
    };
  });
  return views.sort((a, b) => Number(b.current) - Number(a.current));
}
