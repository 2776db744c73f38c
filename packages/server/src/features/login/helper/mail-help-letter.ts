import { setTimeout as pause } from 'node:timers/promises';
import { randomNumber } from '../../../platform/random-token.ts';
import { mailLoginLink } from './mail-login-link.ts';
import { mailUsernames } from './mail-usernames.ts';
import type { LetterContext } from './take-quota-or-postpone.ts';
import type { LinkLetter, UsernamesLetter } from './queues.ts';

/**
 * The job behind the second queue: one letter, or none where nobody was found. It is begun at a moment that nobody knows:
 * what the machine has to do for others would else show in when a letter of one's own arrives.
 */
export async function mailHelpLetter(
  worker: LetterContext,
  letter: UsernamesLetter | LinkLetter,
  job: { firstTry: boolean },
): Promise<void> {
  const { letterSpreadMs } = worker.settings;
  if (job.firstTry && letterSpreadMs > 0) await pause(randomNumber(0, letterSpreadMs));
  return letter.kind === 'USERNAMES'
    ? mailUsernames(worker, letter, job)
    : mailLoginLink(worker, letter, job);
}
