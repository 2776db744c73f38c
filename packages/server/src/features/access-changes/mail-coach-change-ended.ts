import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { clockTime } from '../../platform/mail/clock-time.ts';
import { button, words, type Letter } from '../../platform/mail/letter.ts';
import type { Mailer } from '../../platform/mail/mail.ts';
import {
  Account,
  type ChangeEndedJob,
  fullNameInLetter,
  greeting,
  practiceInLetter,
} from '../accounts/index.ts';
import { currentLanguage, say, speakingTo } from '../../platform/language/say.ts';

interface Tools {
  em: SqlEntityManager;
  post: Mailer;
  publicUrl: string;
  siteName: string;
}

const SUBJECTS: Record<ChangeEndedJob['kind'], (name: string) => string> = {
  EMAIL_CHANGE: (name) => say().accounts.theAddressYouProposedForWasTurned({ name }),
  FRESH_START: (name) => say().accounts.theFreshStartOfIsOff({ name }),
};

const WHAT: Record<ChangeEndedJob['kind'], (name: string, when: string) => string> = {
  EMAIL_CHANGE: (name, when) => say().accounts.theEmailAddressThatYouProposed({ name, when }),
  FRESH_START: (name, when) => say().accounts.theFreshStartThatYouAsked({ name, when }),
};

/**
 * The job behind the queue: the coach hears that what they asked for has ended, as the client's page shows it anyway. Not
 * how it was stopped, and no address: those are the client's own.
 */
export async function mailCoachChangeEnded(
  { em, post, publicUrl, siteName }: Tools,
  job: ChangeEndedJob,
): Promise<void> {
  const client = await em.findOne(Account, { id: job.accountId }, { populate: ['practice', 'coach'] });
  if (!client?.coach) return;
  const { coach } = client;
  await post.send(speakingTo(coach, () => letterTo(coach, client, job, { publicUrl, siteName })));
}

function letterTo(
  coach: Account,
  client: Account,
  job: ChangeEndedJob,
  { publicUrl, siteName }: Pick<Tools, 'publicUrl' | 'siteName'>,
): Letter {
  const practice = practiceInLetter(client.practice, siteName);
  const name = fullNameInLetter(client) || say().accounts.aClientOfYours;
  const when = clockTime(new Date(job.at), coach.timeZone ?? 'UTC', coach.locale);
  return {
    language: currentLanguage(),
    to: coach.email,
    fromName: practice,
    writeTo: client.practice.supportEmail,
    subject: `${practice}: ${SUBJECTS[job.kind](name)}`,
    paragraphs: [
      words(greeting(coach)),
      words(WHAT[job.kind](name, when)),
      words(say().accounts.isThatASurpriseThenAskThem),
      button(say().accounts.openTheClient, `${publicUrl}/clients/${client.id}`),
    ],
  };
}
