import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { later, SECOND_MS, type Clock } from '../../../platform/clock.ts';
import { AGE_STEPS_MS, type Age, type Waiting } from '../../../platform/waiting.ts';

const [MINUTE, TEN_MINUTES, HOUR] = AGE_STEPS_MS;

const WAITING = `
  select count(*) filter (where next_attempt_at > ?)::int as under_1m,
         count(*) filter (where next_attempt_at <= ? and next_attempt_at > ?)::int as "1m_to_10m",
         count(*) filter (where next_attempt_at <= ? and next_attempt_at > ?)::int as "10m_to_1h",
         count(*) filter (where next_attempt_at <= ?)::int as over_1h,
         min(next_attempt_at) as oldest
    from delivery where state = 'QUEUED' and next_attempt_at <= ?`;

/** Deliveries that are due and have not gone, by how long they have been due. */
export async function findWaitingDeliveries({
  em,
  clock,
}: {
  em: SqlEntityManager;
  clock: Clock;
}): Promise<Waiting> {
  const now = clock.now();
  const ago = (ms: number) => later(now, -ms);
  const [row] = await em.execute<(Record<Age, number> & { oldest: Date | null })[]>(WAITING, [
    ago(MINUTE),
    ago(MINUTE),
    ago(TEN_MINUTES),
    ago(TEN_MINUTES),
    ago(HOUR),
    ago(HOUR),
    now,
  ]);
  const { oldest = null, ...byAge } = row ?? { under_1m: 0, '1m_to_10m': 0, '10m_to_1h': 0, over_1h: 0 };
  return { byAge, oldestSeconds: oldest ? (now.getTime() - oldest.getTime()) / SECOND_MS : 0 };
}
