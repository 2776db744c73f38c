import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findWaitingDeliveries } from '../features/messages/index.ts';
import { isWithin, MINUTE_MS, type Clock } from '../platform/clock.ts';
import { findBacklog } from '../platform/jobs/backlog.ts';
import { countGivenUp } from '../platform/jobs/given-up.ts';
import { findWorkers, type WorkersStanding } from '../platform/jobs/worker-beats.ts';
import type { Waiting } from '../platform/waiting.ts';

/** How it stands with what is done behind the requests: whether anybody works, and what waits. */
export interface MailStanding {
  workers: WorkersStanding;
  /** Where no worker was ever here: when this process began. */
  lastWorkedAt: Date;
  /** Null: somebody has worked within the last minute. */
  nobodyWorksSince: Date | null;
  jobs: (Waiting & { queue: string })[];
  deliveries: Waiting;
  /** Jobs that failed for good and are kept. */
  givenUp: { queue: string; count: number }[];
}

interface Tools {
  em: SqlEntityManager;
  clock: Clock;
}

export async function readMailStanding(tools: Tools, openedAt: Date): Promise<MailStanding> {
  const workers = await findWorkers(tools);
  const lastWorkedAt = workers.lastAt ?? openedAt;
  return {
    workers,
    lastWorkedAt,
    nobodyWorksSince: isWithin(lastWorkedAt, MINUTE_MS, tools.clock.now()) ? null : lastWorkedAt,
    jobs: await findBacklog(tools),
    deliveries: await findWaitingDeliveries(tools),
    givenUp: await countGivenUp(tools),
  };
}
