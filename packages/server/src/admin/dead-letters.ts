import type { Command } from 'commander';
import { Refusal } from '../features/accounts/index.ts';
import { dropGivenUp, findGivenUp, type GivenUpJob } from '../platform/jobs/given-up.ts';
import type { Mechanisms } from '../request-context.ts';
import { table, type How, type Outcome, type Perform } from './outcome.ts';

interface Choice extends How {
  /** Ids, or `all`: these are to be done once more. */
  again?: string[];
  /** These are to be removed. */
  drop?: string[];
}

const HOUR_S = 3_600;

export function addDeadLetterCommand(program: Command, perform: Perform): void {
  program
    .command('dead-letters')
    .description(
      'jobs that failed for good: lists them by id, queue, age and class of the last fault, and nothing of what they carry',
    )
    .option('--again <ids...>', 'has these, or all, done once more')
    .option('--drop <ids...>', 'removes these, or all')
    .action((choice: Choice) => perform((context) => deadLetters(context, choice), choice));
}

async function deadLetters(
  { em, jobs }: Pick<Mechanisms, 'em' | 'jobs'>,
  { again = [], drop = [] }: Choice,
): Promise<Outcome> {
  const there = await findGivenUp({ em });
  const unknown = [...again, ...drop].filter((id) => id !== 'all' && !there.some((job) => job.id === id));
  if (unknown.length > 0) throw new Refusal(`No dead letter has the id ${unknown.join(', ')}.`);
  if (again.length + drop.length === 0) return { words: listOf(there), facts: there };
  const named = (ids: string[]) =>
    there.map(({ id }) => id).filter((id) => ids.includes('all') || ids.includes(id));
  const dropped = await dropGivenUp({ em }, named(drop));
  const redone = await jobs.redoGivenUp(em, named(again));
  return { words: `Made anew: ${redone}. Dropped: ${dropped}.\n`, facts: { redone, dropped } };
}

const listOf = (there: readonly GivenUpJob[]) =>
  there.length === 0
    ? 'There are no dead letters.\n'
    : table(there.map((job) => [job.id, job.queue, ageOf(job), job.fault]));

function ageOf({ ageSeconds }: GivenUpJob): string {
  if (ageSeconds < HOUR_S) return `${Math.max(0, Math.floor(ageSeconds / 60))} min`;
  return ageSeconds < 48 * HOUR_S
    ? `${Math.floor(ageSeconds / HOUR_S)} h`
    : `${Math.floor(ageSeconds / (24 * HOUR_S))} d`;
}
