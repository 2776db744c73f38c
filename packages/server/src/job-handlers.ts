import { securityLetterQueue, sendSecurityLetter } from './features/accounts/index.ts';
import {
  linkByUsernameQueue,
  mailLinkByUsername,
  mailRenewal,
  mailUsernames,
  renewalQueue,
  usernamesByEmailQueue,
} from './features/login-helper/index.ts';
import { failedLoginQueue, recordFailedLogin } from './features/login/index.ts';
import { inviteQueue, sendInvite } from './features/clients/index.ts';
import { deliverDue, deliverQueue, sendTestMail, testMessageQueue } from './features/messages/index.ts';
import { housekeepingQueue, keepHouse } from './housekeeping.ts';
import { handler, type JobHandler, type Queue } from './platform/jobs/jobs.ts';
import type { Log } from './platform/log.ts';
import type { Post } from './platform/mail/mail.ts';
import type { Mechanisms } from './request-context.ts';

/** Every queue, written out: each is touched at the start, so that no first job has to make its own. */
export const queues: Queue<object>[] = [
  usernamesByEmailQueue,
  linkByUsernameQueue,
  renewalQueue,
  securityLetterQueue,
  failedLoginQueue,
  inviteQueue,
  deliverQueue,
  testMessageQueue,
  housekeepingQueue,
];

/** Every kind of work that is done behind the requests, written out; each job gets mechanisms of its own. */
export function jobHandlers(open: () => Mechanisms, post: Post, log: Log): JobHandler[] {
  const worker = () => ({ ...open(), post });
  return [
    handler(usernamesByEmailQueue, (data, job) => mailUsernames(worker(), data, job)),
    handler(linkByUsernameQueue, (data, job) => mailLinkByUsername(worker(), data, job)),
    handler(renewalQueue, (data, job) => mailRenewal(worker(), data, job)),
    handler(securityLetterQueue, (data) => sendSecurityLetter(worker(), data)),
    handler(failedLoginQueue, (data) => recordFailedLogin(worker(), data)),
    handler(inviteQueue, (data) => sendInvite(worker(), data)),
    handler(deliverQueue, () => deliverDue(() => ({ ...worker(), log }))),
    handler(testMessageQueue, (data) => sendTestMail(worker(), data)),
    { ...handler(housekeepingQueue, () => keepHouse(worker())), cron: '17 * * * *' },
  ];
}
