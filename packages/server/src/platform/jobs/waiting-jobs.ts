import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../clock.ts';
import { NOT_HELD_BEFORE } from '../database/restoration.ts';
import { hashToken, newOrderedId } from '../random-token.ts';
import type { Jobs, Queue } from './jobs.ts';
import { WaitingJob } from './waiting-job.entity.ts';

interface Tools {
  em: SqlEntityManager;
  clock: Clock;
  jobs: Jobs;
}

/** What a job carries that several became: the last of them, with those before it. */
export type Gathered<Data> = Data & { earlier?: Data[] };

interface Waiting<Data> {
  /** What is to become one. */
  key: string;
  dueAt: Date;
  data: Data;
}

/** Puts a job aside until it is due, together with the others of its key. */
export async function postponeJob<Data extends object>(
  { em, clock }: Pick<Tools, 'em' | 'clock'>,
  queue: Queue<Data>,
  { key, dueAt, data }: Waiting<Data>,
): Promise<void> {
  const id = newOrderedId(clock.now());
  await em.insert(WaitingJob, { id, queue: queue.name, gatherKey: hashToken(key), data, dueAt });
}

/** The same where one that waits already stands for all that come after it. */
export async function postponeJobUnlessWaiting<Data extends object>(
  tools: Pick<Tools, 'em' | 'clock'>,
  queue: Queue<Data>,
  waiting: Waiting<Data>,
): Promise<void> {
  const there = await tools.em.count(WaitingJob, { gatherKey: hashToken(waiting.key) });
  if (there === 0) await postponeJob(tools, queue, waiting);
}

interface Row {
  id: string;
  queue: string;
  gather_key: string;
  data: object | string;
}

const TAKE = `
  delete from waiting_job
   where gather_key in (select gather_key from waiting_job where due_at <= ? and due_at > ${NOT_HELD_BEFORE})
  returning id, queue, gather_key, data`;

/** Hands over what has come due, once, by whoever looks first. */
export function enqueueDueJobs({ em: outer, clock, jobs }: Tools): Promise<void> {
  return outer.transactional(async (em) => {
    const rows = await em.execute<Row[]>(TAKE, [clock.now()]);
    rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const together of Map.groupBy(rows, (row) => row.gather_key).values()) {
      const all = together.map(({ data }) =>
        typeof data === 'string' ? (JSON.parse(data) as object) : data,
      );
      const [last, ...earlier] = all.reverse();
      const data = { ...last, ...(earlier.length > 0 ? { earlier: earlier.reverse() } : {}) };
      await jobs.enqueue(em, { name: together[0]?.queue ?? '' }, data);
    }
  });
}
