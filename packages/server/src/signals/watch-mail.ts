import { isWithin, MINUTE_MS, type Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Backlog, MailStanding } from './mail-standing.ts';
import { faultsOf, figuresOf } from './mail-standing-words.ts';

interface Tools {
  standing: () => Promise<MailStanding | null>;
  backlog: () => Promise<Backlog | null>;
  clock: Clock;
  log: Log;
}

/** One line a minute for as long as something keeps mail from going. */
export function watchMail({ standing, backlog, clock, log }: Tools, everyMs: number): () => void {
  let told: Date | null = null;
  const look = async () => {
    const stands = await standing();
    const now = clock.now();
    // That the database does not answer is told by whatever asks it.
    const faults = stands ? faultsOf(stands, now) : [];
    if (faults.length === 0 || (told && isWithin(told, MINUTE_MS, now))) return;
    told = now;
    const waits = await backlog();
    log.error({ why: faults, ...(waits ? figuresOf(waits) : {}) }, 'mail does not go as it should');
  };
  const timer = setInterval(() => void look(), everyMs);
  return () => clearInterval(timer);
}
