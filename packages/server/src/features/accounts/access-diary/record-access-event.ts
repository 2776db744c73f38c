import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../../platform/clock.ts';
import { newOrderedId } from '../../../platform/random-token.ts';
import { AccessEvent } from './access-event.entity.ts';
import { type accessEventKinds } from './access-event-kinds.ts';

interface NewAccessEvent {
  accountId: string;
  kind: (typeof accessEventKinds)[number];
  actor: 'OWNER' | 'COACH' | 'SYSTEM';
  actorAccountId?: string;
  device?: string | null;
  browserHash?: string | null;
  /** Default: now. */
  at?: Date;
}

/** Called in the transaction of the thing it tells of, so that neither exists without the other. */
export function recordAccessEvent(em: SqlEntityManager, clock: Clock, event: NewAccessEvent): Promise<void> {
  return recordAccessEvents(em, clock, [event]);
}

/** The same for an act that reaches many accounts. */
export async function recordAccessEvents(
  em: SqlEntityManager,
  clock: Clock,
  events: NewAccessEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => {
    const at = event.at ?? clock.now();
    return {
      // What one act wrote at the same instant is read in the order it was written.
      id: newOrderedId(at),
      account: event.accountId,
      at,
      kind: event.kind,
      actor: event.actor,
      actorAccount: event.actorAccountId ?? null,
      device: event.device ?? null,
      browserHash: event.browserHash ?? null,
    };
  });
  await em.insertMany(AccessEvent, rows);
}
