import { housekeeping } from '../../src/housekeeping.ts';
import type { JobContext } from '../../src/job.ts';
import type { Mechanisms } from '../../src/request-context.ts';

/** Does now what a worker does once an hour; it mails nothing. */
export function keepHouse(mechanisms: Mechanisms): Promise<void> {
  return housekeeping.run(mechanisms as JobContext, {}, { id: '', firstTry: true });
}
