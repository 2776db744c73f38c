import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** The queue of jobs that failed for good: nobody works it, and the operator decides what becomes of them. */
export const GIVEN_UP = 'given-up';

/** One of them, without what it carries. */
export interface GivenUpJob {
  id: string;
  queue: string;
  /** Since it was first asked for. */
  ageSeconds: number;
  /** The class of what it failed of. */
  fault: string;
}

const LIST = `
  select id, source_name as queue, extract(epoch from pgboss.job_now() - source_created_on)::float8 as "ageSeconds",
         coalesce(source_output ->> 'fault', 'unknown') as fault
    from pgboss.job where name = ? and state < 'active' order by source_created_on, id limit 1000`;

/** The oldest thousand. */
export function findGivenUp({ em }: { em: SqlEntityManager }): Promise<GivenUpJob[]> {
  return em.execute<GivenUpJob[]>(LIST, [GIVEN_UP]);
}

const COUNT = `
  select source_name as queue, count(*)::int as count
    from pgboss.job where name = ? and state < 'active' group by source_name`;

export function countGivenUp({ em }: { em: SqlEntityManager }): Promise<{ queue: string; count: number }[]> {
  return em.execute<{ queue: string; count: number }[]>(COUNT, [GIVEN_UP]);
}

const DROP = `
  delete from pgboss.job where name = ? and id::text in (select jsonb_array_elements_text(?::jsonb)) returning id`;

/** Removes these: how many there were. */
export async function dropGivenUp({ em }: { em: SqlEntityManager }, ids: string[]): Promise<number> {
  return (await em.execute<unknown[]>(DROP, [GIVEN_UP, JSON.stringify(ids)])).length;
}
