import {
  changeLetterQueue,
  countFromNotice,
  dueChangesQueue,
  mailChangeLetter,
  takeDueChanges,
  type ChangeLetterJob,
} from './features/access-changes/index.ts';
import {
  liftSuppressionOf,
  liftSuppressionQueue,
  rememberLetter,
  restoreComplaint,
  restoreComplaintQueue,
  securityLetterQueue,
  sendSecurityLetter,
  stopForCoachQueue,
  tellCoachOfStop,
} from './features/accounts/index.ts';
import {
  helpLetterQueue,
  linkByUsernameQueue,
  lookUpByEmail,
  lookUpByLink,
  lookUpByUsername,
  mailHelpLetter,
  renewalQueue,
  usernamesByEmailQueue,
} from './features/login-helper/index.ts';
import { failedLoginQueue, recordFailedLogin } from './features/login/index.ts';
import { inviteQueue, sendInvite } from './features/clients/index.ts';
import { deliverDue, deliverQueue, sendTestMail, testMessageQueue } from './features/messages/index.ts';
import { answerUnread, answerUnreadQueue, tellCoach, tellCoachQueue } from './features/replies/index.ts';
import { housekeepingQueue, keepHouse } from './housekeeping.ts';
import { handler, type JobHandler, type Queue } from './platform/jobs/jobs.ts';
import type { Log } from './platform/log.ts';
import { MailRefused, type Post } from './platform/mail/mail.ts';
import type { Mechanisms } from './request-context.ts';

/** Every queue, written out: each is touched at the start, so that no first job has to make its own. */
export const queues: Queue<object>[] = [
  usernamesByEmailQueue,
  linkByUsernameQueue,
  renewalQueue,
  helpLetterQueue,
  securityLetterQueue,
  stopForCoachQueue,
  changeLetterQueue,
  dueChangesQueue,
  failedLoginQueue,
  inviteQueue,
  deliverQueue,
  testMessageQueue,
  liftSuppressionQueue,
  restoreComplaintQueue,
  tellCoachQueue,
  answerUnreadQueue,
  housekeepingQueue,
];

/** Every kind of work that is done behind the requests, written out; each job gets mechanisms of its own. Long ones stop at `ending`. */
export function jobHandlers(
  open: () => Mechanisms,
  { post, log, ending }: { post: Post; log: Log; ending: AbortSignal },
): JobHandler[] {
  const worker = () => ({ ...open(), post });
  const letter = letterHandler(open, post);
  return [
    handler(usernamesByEmailQueue, (data) => lookUpByEmail(open(), data)),
    handler(linkByUsernameQueue, (data) => lookUpByUsername(open(), data)),
    handler(renewalQueue, (data) => lookUpByLink(open(), data)),
    letter(helpLetterQueue, mailHelpLetter),
    letter(securityLetterQueue, sendSecurityLetter),
    letter(stopForCoachQueue, tellCoachOfStop),
    followed(letter(changeLetterQueue, mailChangeLetter), (data) =>
      countFromNotice(open(), data as ChangeLetterJob),
    ),
    letter(inviteQueue, sendInvite),
    letter(testMessageQueue, sendTestMail),
    letter(tellCoachQueue, tellCoach),
    letter(answerUnreadQueue, answerUnread),
    handler(liftSuppressionQueue, (data) => liftSuppressionOf(worker(), data)),
    handler(restoreComplaintQueue, (data) => restoreComplaint(worker(), data)),
    handler(failedLoginQueue, (data) => recordFailedLogin(worker(), data)),
    handler(dueChangesQueue, () => takeDueChanges(worker())),
    handler(deliverQueue, () => deliverDue(() => ({ ...worker(), log }), ending)),
    { ...handler(housekeepingQueue, () => keepHouse(worker())), cron: '17 * * * *' },
  ];
}

/** What comes after a job that is done: also where an earlier try of it turns out to have been enough. */
function followed(first: JobHandler, then: (data: object) => Promise<void>): JobHandler {
  return {
    ...first,
    handle: async (data, job) => {
      await first.handle(data, job);
      await then(data);
    },
  };
}

type LetterWork<Data> = (
  worker: Mechanisms & { post: Post },
  data: Data,
  job: { firstTry: boolean },
) => Promise<void>;

/**
 * Jobs that send one letter each. The letter carries the job's id, so that another try can ask first whether it went:
 * an answer that got lost makes no second letter. What a provider refuses for what it is, it refuses for good.
 */
function letterHandler(open: () => Mechanisms, post: Post) {
  return <Data extends object>(queue: Queue<Data>, work: LetterWork<Data>): JobHandler => ({
    ...handler(queue, async (data, job) => {
      if (!job.firstTry && (await post.hasTaken(job.id).catch(() => false))) return;
      const worker = open();
      const own: Post = {
        ...post,
        send: async (content) => {
          await rememberLetter(worker, job.id, content);
          await post.send(content, job.id);
        },
        sendMessage: (mail) => post.sendMessage({ ...mail, id: job.id }),
      };
      await work({ ...worker, post: own }, data, job);
    }),
    isHopeless: (error) => error instanceof MailRefused && error.isAboutMail,
  });
}
