import { housekeeping } from '../../src/housekeeping.ts';
import type { JobContext } from '../../src/job.ts';
import { createLog, type Log } from '../../src/platform/log.ts';
import type { World } from './world.ts';

interface Worker {
  log?: Log;
  ending?: AbortSignal;
}

/** Does now what a worker does once an hour; it mails nothing. */
export function keepHouse(
  world: World,
  { log = createLog('silent'), ending = new AbortController().signal }: Worker = {},
): Promise<void> {
  const worker = (): JobContext => {
    const own = { ...world.app.open(), log, ending, withOwnEm: worker };
    return own as unknown as JobContext;
  };
  return housekeeping.run(worker(), {}, { id: '', firstTry: true });
}
