import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Account } from './account.entity.ts';
import { liftForWarning } from './lift-suppression.ts';
import { clockTime } from '../../platform/mail/clock-time.ts';
import { words, type Letter } from '../../platform/mail/letter.ts';
import type { Post } from '../../platform/mail/mail.ts';
import type { Queue } from '../../platform/jobs/jobs.ts';
import type { RateLimits } from '../../platform/rate-limits/rate-limits.ts';
import type { SecurityLetterJob } from './security-letter-job.ts';
import { fullNameInLetter, greeting, practiceInLetter } from './names-in-letters.ts';
import { PARAGRAPHS, SUBJECTS } from './security-letter-words.ts';
import { sayDevice } from '../../platform/language/say-device.ts';
import { currentLanguage, say, speakingTo } from '../../platform/language/say.ts';

export const securityLetterQueue: Queue<SecurityLetterJob> = { name: 'security-letter' };

interface LetterFacts {
  em: SqlEntityManager;
  limits: RateLimits<'bounceLiftsPerAddress'>;
  post: Post;
  publicUrl: string;
  siteName: string;
}

/** The job behind the queue: tells the owner what happened, when, from which device, and what to do if it was not them. */
export async function sendSecurityLetter(
  { em, limits, post, publicUrl, siteName }: LetterFacts,
  job: SecurityLetterJob,
): Promise<void> {
  const account = await em.findOne(Account, { id: job.accountId }, { populate: ['practice', 'coach'] });
  if (!account) return;
  await liftForWarning({ em, limits, post }, account);
  await post.send(speakingTo(account, () => securityLetter(account, job, { publicUrl, siteName })));
}

function securityLetter(
  account: Account,
  job: SecurityLetterJob,
  { publicUrl, siteName }: Pick<LetterFacts, 'publicUrl' | 'siteName'>,
): Letter {
  const zone = account.timeZone ?? account.coach?.timeZone ?? 'UTC';
  const when = clockTime(new Date(job.at), zone, account.locale);
  const practice = practiceInLetter(account.practice, siteName);
  return {
    language: currentLanguage(),
    to: account.email,
    owners: [{ accountId: account.id, askedBy: 'US' }],
    fromName: practice,
    writeTo: account.practice.supportEmail,
    subject: `${practice}: ${SUBJECTS[job.kind]()}`,
    paragraphs: [
      words(greeting(account)),
      ...PARAGRAPHS[job.kind]({
        when,
        device: sayDevice(job.device),
        username: job.username ?? account.username,
        newName: fullNameInLetter(job.newName),
        tokenName: job.tokenName ?? '',
        passkeyName: job.passkeyName ?? '',
        helpUrl: `${publicUrl}/login/help`,
        confidant: confidantOf(account),
        policy: job.policy ?? account.loginLinkPolicy,
        until: clockTime(new Date(job.deleteAt ?? job.at), zone, account.locale),
        supportEmail: account.practice.supportEmail,
      }),
      ...withoutLinks(account, job),
    ],
  };
}

function confidantOf({ role }: Account): string {
  return role === 'COACH' ? say`whoever runs this site` : say`your coach`;
}

const ADVISE_NO_LINK = new Set<SecurityLetterJob['kind']>([
  'LINK_OPENED_BY_COACH',
  'INVITE_OPENED_BY_COACH',
  'NAME_CHANGED',
]);

/** Most of these letters advise a login link; whoever has set them aside is told what stands in its place. */
function withoutLinks(account: Account, { kind }: SecurityLetterJob): Letter['paragraphs'] {
  const { loginLinkPolicy, passwordHash } = account;
  const takesLinks = loginLinkPolicy === 'ALLOWED' || (loginLinkPolicy === 'PASSWORD_TOO' && !passwordHash);
  if (takesLinks || ADVISE_NO_LINK.has(kind)) return [];
  const instead =
    loginLinkPolicy === 'NEVER'
      ? say`You have turned login links off, so none can be mailed to you: log in with your password instead.`
      : say`A login link asks for your password too.`;
  return [
    words(say`${instead} If your password does not work any more, tell ${confidantOf(account)} at once.`),
  ];
}
