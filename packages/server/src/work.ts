import { product } from './features.ts';
import { housekeeping } from './housekeeping.ts';
import type { JobContext } from './job.ts';
import type { JobHandler } from './platform/jobs/jobs.ts';
import { WorkerBeats } from './platform/jobs/worker-beats.ts';
import type { Log } from './platform/log.ts';
import type { ProviderWord } from './platform/mail/hear-provider.ts';
import type { Mailer } from './platform/mail/mail.ts';
import type { Mechanisms } from './request-context.ts';

/** Everything a worker does, and so every queue: each is touched at the start, so that no first job has to make its own. */
const work = [...product.jobs, housekeeping];

export const queues = work.map(({ queue }) => queue);

interface Tools {
  open: () => Mechanisms;
  log: Log;
  post: Mailer;
  /** What the mail provider last said. */
  word: () => ProviderWord;
}

/** A worker at work. */
export interface Work {
  /** Long work stops, and nothing that comes due is looked for any more. */
  beginEnding(): void;
  /** Once what was under way is done. */
  sayThatItEnded(): Promise<void>;
}

/** Begins to do the jobs, and to look for what comes due. */
export async function beginWork({ open, log, post, word }: Tools, lookEveryMs: number): Promise<Work> {
  const ending = new AbortController();
  const worker = (): JobContext => ({ ...open(), post, log, ending: ending.signal, withOwnEm: worker });
  const { jobs, settings } = open();
  await jobs.work(
    work.map(({ run, life, ...job }): JobHandler => ({
      ...job,
      ...(life ? { lifeMs: life(settings) } : {}),
      handle: (data, facts) => run(worker(), data, facts),
    })),
  );
  const beats = new WorkerBeats(word);
  const stopLooking = lookForDue({ open, log, beats }, lookEveryMs);
  return {
    beginEnding() {
      ending.abort();
      stopLooking();
    },
    sayThatItEnded: () =>
      beats.end(open()).catch((error: unknown) => log.warn({ err: error }, 'the end could not be told')),
  };
}

interface Looking extends Pick<Tools, 'open' | 'log'> {
  beats: WorkerBeats;
}

/** What is due stands in tables, by our own clock: somebody has to look. Whoever has looked is at work. */
function lookForDue({ open, log, beats }: Looking, everyMs: number): () => void {
  if (everyMs === 0) return () => undefined;
  const look = () =>
    Promise.all(product.due.map((enqueue) => enqueue(open())))
      .then(() => beats.hasLooked(open()))
      .catch((error: unknown) => log.error({ err: error }, 'could not look for what is due'));
  void look();
  const timer = setInterval(() => void look(), everyMs);
  return () => clearInterval(timer);
}
