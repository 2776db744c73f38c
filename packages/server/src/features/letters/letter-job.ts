import { job, type Job, type JobContext } from '../../job.ts';
import type { Queue } from '../../platform/jobs/jobs.ts';
import { MailRefused, type Mailer } from '../../platform/mail/mail.ts';
import { rememberLetter } from './remember-letter.ts';

/**
 * A job that sends one letter. The letter carries the job's id, so that another try can ask first whether it went: an
 * answer that got lost makes no second letter. What a provider refuses for what it is, it refuses for good.
 */
export function letterJob<Data extends object>(
  queue: Queue<Data>,
  mail: (worker: JobContext, data: Data, job: { firstTry: boolean }) => Promise<void>,
): Job {
  return {
    ...job(queue, async (worker, data, facts) => {
      const { post } = worker;
      if (!facts.firstTry && (await post.hasTaken(facts.id).catch(() => false))) return;
      const own: Mailer = {
        ...post,
        send: async (content) => {
          await rememberLetter(worker, facts.id, content);
          await post.send(content, facts.id);
        },
        sendMessage: (message) => post.sendMessage({ ...message, id: facts.id }),
      };
      await mail({ ...worker, post: own }, data, facts);
    }),
    isHopeless: (error) => error instanceof MailRefused && error.isAboutMail,
  };
}
