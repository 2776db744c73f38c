import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Account } from './account.entity.ts';
import { clockTime } from '../../platform/mail/clock-time.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import { button, words } from '../../platform/mail/letter.ts';
import type { Post } from '../../platform/mail/mail.ts';
import type { Queue } from '../../platform/jobs/jobs.ts';

/** Something happened to an account that its owner should hear of by mail. */
export interface SecurityLetterJob {
  kind: 'NEW_BROWSER' | 'PASSWORD_CHANGED' | 'USERNAME_CHANGED' | 'LINK_OPENED_BY_COACH';
  accountId: string;
  /** ISO 8601. */
  at: string;
  device: string;
}

export const securityLetterQueue: Queue<SecurityLetterJob> = { name: 'security-letter' };

interface LetterFacts {
  em: SqlEntityManager;
  post: Post;
  publicUrl: string;
}

/** The job behind the queue: tells the owner what happened, when, from which device, and what to do if it was not them. */
export async function sendSecurityLetter(
  { em, post, publicUrl }: LetterFacts,
  job: SecurityLetterJob,
): Promise<void> {
  const account = await em.findOne(Account, { id: job.accountId }, { populate: ['practice', 'coach'] });
  if (!account) return;
  const zone = account.timeZone ?? account.coach?.timeZone ?? 'UTC';
  const when = clockTime(new Date(job.at), zone, account.locale);
  const practice = account.practice.name;
  await post.send({
    to: account.email,
    fromName: practice,
    subject: `${practice}: ${SUBJECTS[job.kind]}`,
    paragraphs: [
      words(`Hello ${account.firstName.trim() || account.username},`),
      ...PARAGRAPHS[job.kind]({
        when,
        device: job.device,
        username: account.username,
        helpUrl: `${publicUrl}/login/help`,
      }),
    ],
  });
}

const SUBJECTS: Record<SecurityLetterJob['kind'], string> = {
  NEW_BROWSER: 'a new login to your account',
  PASSWORD_CHANGED: 'your password was changed',
  USERNAME_CHANGED: 'your username was changed',
  LINK_OPENED_BY_COACH: 'your login link was opened by your coach',
};

interface Facts {
  when: string;
  device: string;
  username: string;
  helpUrl: string;
}

const PARAGRAPHS: Record<SecurityLetterJob['kind'], (facts: Facts) => Letter['paragraphs']> = {
  NEW_BROWSER: ({ when, device, helpUrl }) => [
    words(
      `Somebody logged in to your account with a login link or code, from a browser that had not been used before: ${device}, ${when}.`,
    ),
    words('Was it you? Then there is nothing to do.'),
    words(
      'Was it not you? Have a fresh login link mailed to you, set a new password with it, and every other login ends.',
    ),
    button('Get a login link', helpUrl),
  ],
  PASSWORD_CHANGED: ({ when, device, helpUrl }) => [
    words(
      `The password of your account was changed: ${device}, ${when}. All other logins and login links have ended.`,
    ),
    words('Was it you? Then there is nothing to do.'),
    words(
      'Was it not you? Have a login link mailed to you and set a new password at once, then tell your coach.',
    ),
    button('Get a login link', helpUrl),
  ],
  USERNAME_CHANGED: ({ when, device, username, helpUrl }) => [
    words(
      `The username of your account was changed: ${device}, ${when}. From now on you log in as ${username}.`,
    ),
    words(
      'Was it not you? Have a login link mailed to you and set a new password at once, then tell your coach.',
    ),
    button('Get a login link', helpUrl),
  ],
  LINK_OPENED_BY_COACH: ({ when, device }) => [
    words(
      `A login link of yours was opened while your coach was logged in in that browser: ${device}, ${when}. It was not used, and it can not be used there.`,
    ),
    words(
      'A login link is yours alone. If you passed it on, do not do so again: your coach can send you a message instead.',
    ),
  ],
};
