import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Age, Waiting } from '../waiting.ts';
import { GIVEN_UP } from './given-up.ts';

interface Row extends Record<Age, number> {
  queue: string;
  oldest: number;
}

// By the clock that pg-boss wrote the times with, which may be another than ours.
const BACKLOG = `
  select queue, count(*) filter (where age < 60)::int as under_1m,
         count(*) filter (where age >= 60 and age < 600)::int as "1m_to_10m",
         count(*) filter (where age >= 600 and age < 3600)::int as "10m_to_1h",
         count(*) filter (where age >= 3600)::int as over_1h, max(age)::float8 as oldest
    from (select name as queue, extract(epoch from pgboss.job_now() - created_on) as age
            from pgboss.job where state < 'active' and name <> ?) waiting
   group by queue`;

/** Jobs that are not done yet, of each queue that has any, by their age. */
export async function findBacklog({
  em,
}: {
  em: SqlEntityManager;
}): Promise<(Waiting & { queue: string })[]> {
  const rows = await em.execute<Row[]>(BACKLOG, [GIVEN_UP]);
  return rows.map(({ queue, oldest, ...byAge }) => ({ queue, byAge, oldestSeconds: Math.max(0, oldest) }));
}
