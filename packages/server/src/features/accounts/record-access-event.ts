import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/random-token.ts';
import { AccessEvent, type accessEventKinds } from './access-event.entity.ts';

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
export async function recordAccessEvent(
  em: SqlEntityManager,
  clock: Clock,
  event: NewAccessEvent,
): Promise<void> {
  await em.insert(AccessEvent, {
    id: newId(),
    account: event.accountId,
    at: event.at ?? clock.now(),
    kind: event.kind,
    actor: event.actor,
    actorAccount: event.actorAccountId ?? null,
    device: event.device ?? null,
    browserHash: event.browserHash ?? null,
  });
}
