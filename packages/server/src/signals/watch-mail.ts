import { isWithin, MINUTE_MS, type Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { MailStanding } from './mail-standing.ts';
import { backlogOf, faultsOf } from './mail-standing-words.ts';

interface Tools {
  read: () => Promise<MailStanding | null>;
  clock: Clock;
  log: Log;
}

/** One line a minute for as long as something keeps mail from going. */
export function watchMail({ read, clock, log }: Tools, everyMs: number): () => void {
  let told: Date | null = null;
  const look = async () => {
    const standing = await read();
    const now = clock.now();
    // That the database does not answer is told by whatever asks it.
    const faults = standing ? faultsOf(standing, now) : [];
    if (!standing || faults.length === 0 || (told && isWithin(told, MINUTE_MS, now))) return;
    told = now;
    log.error({ why: faults, ...backlogOf(standing) }, 'mail does not go as it should');
  };
  const timer = setInterval(() => void look(), everyMs);
  return () => clearInterval(timer);
}
