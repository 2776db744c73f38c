import type { JobHandler, Queue } from './platform/jobs/jobs.ts';
import type { Settings } from './settings/settings.ts';
import type { Log } from './platform/log.ts';
import type { Mailer } from './platform/mail/mail.ts';
import type { Mechanisms } from './request-context.ts';

/** What every job has at hand. */
export interface JobContext extends Mechanisms {
  post: Mailer;
  log: Log;
  /** Long work stops at this. */
  ending: AbortSignal;
  /** The same context with an entity manager of its own. */
  withOwnEm(): JobContext;
}

type JobFacts = Parameters<JobHandler['handle']>[1];

/** One kind of work behind the requests. */
export interface Job extends Omit<JobHandler, 'handle' | 'lifeMs'> {
  /** Of a job that carries what people typed: older than this it is dropped. Else: than a day. */
  life?: (settings: Settings) => number;
  /** Throw to have it tried again later. */
  run(worker: JobContext, data: object, job: JobFacts): Promise<void>;
}

/** Binds work to its queue's shape. */
export function job<Data extends object>(
  queue: Queue<Data>,
  run: (worker: JobContext, data: Data, job: JobFacts) => Promise<void>,
): Job {
  return { queue, run: (worker, data, facts) => run(worker, data as Data, facts) };
}

/** Work that follows a job once it is done: also where an earlier try of it turns out to have been enough. */
export function followed<Data extends object>(
  first: Job,
  then: (worker: JobContext, data: Data) => Promise<void>,
): Job {
  return {
    ...first,
    run: async (worker, data, facts) => {
      await first.run(worker, data, facts);
      await then(worker, data as Data);
    },
  };
}
