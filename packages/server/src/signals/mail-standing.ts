import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findWaitingDeliveries } from '../features/messages/index.ts';
import { isWithin, MINUTE_MS, type Clock } from '../platform/clock.ts';
import { findBacklog } from '../platform/jobs/backlog.ts';
import { countGivenUp } from '../platform/jobs/given-up.ts';
import { findWorkers, type WorkersStanding } from '../platform/jobs/worker-beats.ts';
import type { Waiting } from '../platform/waiting.ts';

interface Tools {
  em: SqlEntityManager;
  clock: Clock;
}

/** Whether anybody does what is asked for, behind the requests. */
export interface MailStanding extends WorkersStanding {
  /** Where no worker was ever here: when this process began. */
  lastWorkedAt: Date;
  /** Null: somebody has worked within the last minute. */
  nobodyWorksSince: Date | null;
}

/** One short look, for whoever asks often. `openedAt`: when this process began. */
export async function readMailStanding(tools: Tools, openedAt: Date): Promise<MailStanding> {
  const workers = await findWorkers(tools);
  const lastWorkedAt = workers.lastAt ?? openedAt;
  const isWorking = isWithin(lastWorkedAt, MINUTE_MS, tools.clock.now());
  return { ...workers, lastWorkedAt, nobodyWorksSince: isWorking ? null : lastWorkedAt };
}

/** What waits, and what was given up. */
export interface Backlog {
  jobs: (Waiting & { queue: string })[];
  deliveries: Waiting;
  /** Jobs that failed for good and are kept. */
  givenUp: { queue: string; count: number }[];
}

/** Counts it all: for whoever may ask that of the database. */
export async function readBacklog(tools: Tools): Promise<Backlog> {
  return {
    jobs: await findBacklog(tools),
    deliveries: await findWaitingDeliveries(tools),
    givenUp: await countGivenUp(tools),
  };
}
