import { dropGivenUp, findGivenUp, type GivenUpJob } from '../platform/jobs/given-up.ts';
import type { Mechanisms } from '../request-context.ts';

interface Choice {
  /** Ids, or `all`: these are to be done once more. */
  again?: string[] | undefined;
  /** These are to be removed. */
  drop?: string[] | undefined;
}

const HOUR_S = 3_600;

function ageOf({ ageSeconds }: GivenUpJob): string {
  if (ageSeconds < HOUR_S) return `${Math.max(0, Math.floor(ageSeconds / 60))} min`;
  return ageSeconds < 48 * HOUR_S
    ? `${Math.floor(ageSeconds / HOUR_S)} h`
    : `${Math.floor(ageSeconds / (24 * HOUR_S))} d`;
}

const rowOf = (job: GivenUpJob) =>
  `${job.id}  ${job.queue.padEnd(26)} ${ageOf(job).padStart(7)}  ${job.fault}\n`;

/**
 * Jobs that failed for good: lists them, by queue, id, age and class of the last fault and nothing of what they carry;
 * makes some anew, or drops them.
 */
export async function deadLetters(
  { em, jobs }: Pick<Mechanisms, 'em' | 'jobs'>,
  { again = [], drop = [] }: Choice,
): Promise<{ words: string; code: number }> {
  const there = await findGivenUp({ em });
  const named = (ids: string[]) => there.filter(({ id }) => ids.includes('all') || ids.includes(id));
  const unknown = [...again, ...drop].filter((id) => id !== 'all' && !there.some((job) => job.id === id));
  if (unknown.length > 0) return { words: `No dead letter has the id ${unknown.join(', ')}.\n`, code: 2 };
  if (again.length + drop.length === 0)
    return {
      words: there.length === 0 ? 'There are no dead letters.\n' : there.map(rowOf).join(''),
      code: 0,
    };
  const idsOf = (ids: string[]) => named(ids).map(({ id }) => id);
  const dropped = await dropGivenUp({ em }, idsOf(drop));
  const redone = await jobs.redoGivenUp(em, idsOf(again));
  return { words: `Made anew: ${redone}. Dropped: ${dropped}.\n`, code: 0 };
}
