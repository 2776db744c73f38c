import type { SqlEntityManager } from '@mikro-orm/postgresql';
import {
  accessOf,
  Account,
  securityLetterQueue,
  type SecurityLetterJob,
  fullNameInLetter,
  greeting,
  practiceInLetter,
} from '../accounts/index.ts';
import { liftForWarning } from './lift-suppression.ts';
import { clockTime } from '../../platform/mail/clock-time.ts';
import { list, words, type Letter } from '../../platform/mail/letter.ts';
import type { Mailer } from '../../platform/mail/mail.ts';
import type { Clock } from '../../platform/clock.ts';
import { postponeJob, type Gathered } from '../../platform/jobs/waiting-jobs.ts';
import type { RateLimits } from '../../platform/rate-limits/rate-limits.ts';
import { PARAGRAPHS, SUBJECTS } from './security-letter-words.ts';
import { sayDevice } from '../../platform/language/say-device.ts';
import { currentLanguage, say, speakingTo } from '../../platform/language/say.ts';

interface Tools {
  em: SqlEntityManager;
  clock: Clock;
  limits: RateLimits<'gatheredLetters'>;
  post: Mailer;
  publicUrl: string;
  siteName: string;
}

type Told = Gathered<SecurityLetterJob>;

/**
 * The job behind the queue: tells the owner what happened, when, from which device, and what to do if it was not them. It
 * is under nobody's quota; more of its kind within ten minutes become one letter that lists them.
 */
export async function sendSecurityLetter(
  { publicUrl, siteName, ...tools }: Tools,
  job: Told,
  { firstTry }: { firstTry: boolean },
): Promise<void> {
  const { em, clock, post } = tools;
  const account = await em.findOne(Account, { id: job.accountId }, { populate: ['practice', 'coach'] });
  if (!account || (firstTry && (await postponeIfTooSoon(tools, account, job)))) return;
  const email = job.to ?? account.email;
  await liftForWarning({ em, clock, post }, { email, ownLetterArrivedAt: account.ownLetterArrivedAt });
  const letter = speakingTo(account, () => securityLetter(account, job, { publicUrl, siteName }));
  await post.send({ ...letter, to: email });
}

async function postponeIfTooSoon(
  tools: Omit<Tools, 'publicUrl' | 'siteName'>,
  account: Account,
  job: Told,
): Promise<boolean> {
  const key = [securityLetterQueue.name, job.kind, account.id].join('\n');
  const dueAt = await tools.limits.take('gatheredLetters', key);
  if (!dueAt || job.to !== undefined) return false;
  const { email } = account;
  await postponeJob(tools, securityLetterQueue, {
    key: `${key}\n${email}`,
    dueAt,
    data: { ...job, to: email },
  });
  return true;
}

function securityLetter(
  account: Account,
  job: Told,
  { publicUrl, siteName }: Pick<Tools, 'publicUrl' | 'siteName'>,
): Letter {
  const zone = account.timeZone ?? account.coach?.timeZone ?? 'UTC';
  const inWords = (at: string) => clockTime(new Date(at), zone, account.locale);
  const when = inWords(job.at);
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
        until: inWords(job.deleteAt ?? job.at),
        supportEmail: account.practice.supportEmail,
      }),
      ...listOf(job, inWords),
      ...adviceWithoutLinks(account, job),
    ],
  };
}

/** Where several things of one kind happened within a short time: each of them. */
function listOf({ earlier = [], ...last }: Told, inWords: (at: string) => string): Letter['paragraphs'] {
  if (earlier.length === 0) return [];
  const all = [...earlier, last];
  const lines = all.map(({ at, device, tokenName, passkeyName, username }) =>
    [inWords(at), sayDevice(device), tokenName ?? passkeyName ?? username].filter(Boolean).join(', '),
  );
  return [words(say().securityLetters.itHappenedTimes({ count: all.length })), list(lines)];
}

function confidantOf({ role }: Account): string {
  return role === 'COACH' ? say().securityLetters.whoeverRunsThisSite : say().securityLetters.yourCoach;
}

const ADVISE_NO_LINK = new Set<SecurityLetterJob['kind']>([
  'LINK_OPENED_BY_COACH',
  'INVITE_OPENED_BY_COACH',
  'NAME_CHANGED',
]);

/** Most of these letters advise a login link; whoever has set them aside is told what stands in its place. */
function adviceWithoutLinks(account: Account, { kind }: SecurityLetterJob): Letter['paragraphs'] {
  const { entry, link } = accessOf(account);
  if (entry === 'NO' || link === 'ALONE' || ADVISE_NO_LINK.has(kind)) return [];
  const instead =
    link === 'NO'
      ? say().securityLetters.youHaveTurnedLoginLinksOff
      : say().securityLetters.aLoginLinkAsksForYourPassword;
  return [
    words(say().securityLetters.ifYourPasswordDoesNotWork({ instead, confidant: confidantOf(account) })),
  ];
}
