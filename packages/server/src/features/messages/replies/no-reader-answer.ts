import { emailFault, emailKey, Practice, practiceInLetter } from '../../accounts/index.ts';
import { words, type Letter } from '../../../platform/mail/letter.ts';
import type { InboundMail } from '../../../platform/mail/mailgun-inbound.ts';
import type { Mailer } from '../../../platform/mail/mail.ts';
import type { Queue } from '../../../platform/jobs/jobs.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { isSuspicious } from './is-doubtful.ts';
import { currentLanguage, say } from '../../../platform/language/say.ts';

interface UnreadMail {
  to: string;
  /** Of the mail that is answered; empty where it had none. */
  messageId: string;
}

export const noReaderAnswerQueue: Queue<UnreadMail> = { name: 'answer-unread-mail', deletesWhenDone: true };

/**
 * Has the writer told, once a day, that nobody reads what they wrote to: the same for everybody, to where a bounce would
 * go (RFC 3834 §4), and never to what the provider takes for spam or for forged.
 */
export async function enqueueNoReaderAnswer(
  { em, jobs, limits }: Mechanisms,
  mail: InboundMail,
): Promise<void> {
  const { sender, headers } = mail;
  if (emailFault(sender) !== null || isSuspicious(headers)) return;
  if (await limits.take('autoAnswersPerAddress', emailKey(sender))) return;
  if (await limits.take('autoAnswersOverall', 'everyone')) return;
  const messageId = /^<[\x21-\x7e]{1,250}>$/.exec(headers.get('message-id')?.trim() ?? '')?.[0] ?? '';
  await jobs.enqueue(em, noReaderAnswerQueue, { to: sender, messageId });
}

/** The job behind it. */
export async function sendNoReaderAnswer(
  { em, post, siteName }: Mechanisms & { post: Mailer },
  { to, messageId }: UnreadMail,
): Promise<void> {
  const practices = await em.find(Practice, {}, { limit: 2 });
  const [only] = practices.length === 1 ? practices : [];
  await post.send({
    ...unreadLetter(
      to,
      siteName,
      only ? { name: practiceInLetter(only, siteName), email: only.supportEmail } : null,
    ),
    ...(messageId === '' ? {} : { answers: messageId }),
  });
}

function unreadLetter(
  to: string,
  siteName: string,
  practice: { name: string; email: string } | null,
): Letter {
  const fromName = practice?.name ?? siteName;
  return {
    language: currentLanguage(),
    to,
    fromName,
    subject: say().replies.nobodyReadsMailToThisAddress({ fromName }),
    paragraphs: [
      words(say().replies.youWroteToAnAddressThatOnly),
      words(
        practice
          ? say().replies.toReachWriteTo({ name: practice.name, email: practice.email })
          : say().replies.toReachYourCoachWrite,
      ),
      words(say().replies.thisAnswerIsAutomaticThere),
    ],
  };
}
