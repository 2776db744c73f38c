import { mailLoginLink } from './mail-login-link.ts';
import { mailUsernames } from './mail-usernames.ts';
import type { Worker } from './may-go.ts';
import type { LinkLetter, UsernamesLetter } from './queues.ts';

/** The job behind the second queue: one letter, or none where nobody was found. */
export function mailHelpLetter(
  worker: Worker,
  letter: UsernamesLetter | LinkLetter,
  job: { firstTry: boolean },
): Promise<void> {
  return letter.kind === 'USERNAMES'
    ? mailUsernames(worker, letter, job)
    : mailLoginLink(worker, letter, job);
}
