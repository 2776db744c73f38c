import { fullNameInLetter, practiceInLetter } from '../../accounts/index.ts';
import { button, list, quote, words, type Letter, type Paragraph } from '../../../platform/mail/letter.ts';
import type { Mailer } from '../../../platform/mail/mail.ts';
import type { Queue } from '../../../platform/jobs/jobs.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { plainLine } from './new-text-of-mail.ts';
import { Reply } from './reply.entity.ts';
import { currentLanguage, say, speakingTo } from '../../../platform/language/say.ts';

export const replyToCoachQueue: Queue<{ replyId: string }> = { name: 'reply-to-coach' };

/** The job behind a kept reply: mails it on to the coach, from the configured domain. */
export async function mailReplyToCoach(
  { em, post, publicUrl, siteName }: Mechanisms & { post: Mailer },
  { replyId }: { replyId: string },
): Promise<void> {
  const reply = await em.findOne(
    Reply,
    { id: replyId },
    { populate: ['delivery.client', 'message.coach.practice'] },
  );
  // A coach who has left reads no client's words any more; they stand with the message.
  if (reply?.message.coach.status !== 'ACTIVE') return;
  const { client } = reply.delivery;
  const { coach, subject } = reply.message;
  const letter = speakingTo(coach, () =>
    replyLetter({
      to: coach.email,
      practiceName: practiceInLetter(coach.practice, siteName),
      clientName: fullNameInLetter(client) || say().replies.aClient,
      clientEmail: client.email,
      subject: plainLine(subject),
      pageUrl: `${publicUrl}/messages/${reply.message.id}`,
      reply,
    }),
  );
  await post.send(letter);
}

interface Facts {
  to: string;
  practiceName: string;
  clientName: string;
  clientEmail: string;
  subject: string;
  pageUrl: string;
  reply: Pick<Reply, 'text' | 'attachmentNames' | 'fromOtherAddress' | 'doubtful' | 'unreadable'>;
}

function replyLetter({ to, practiceName, clientName, clientEmail, subject, pageUrl, reply }: Facts): Letter {
  const about = subject === '' ? say().replies.yourMessage : say().replies.plain({ subject });
  const { attachmentNames: names, doubtful } = reply;
  return {
    language: currentLanguage(),
    to,
    fromName: doubtful ? practiceName : say().replies.byWayOf({ clientName, practiceName }),
    subject: doubtful
      ? say().replies.doubtfulReply({ subject: subject || say().replies.yourMessage })
      : say().replies.replied({ clientName, subject: subject || say().replies.yourMessage }),
    paragraphs: [
      words(
        doubtful
          ? say().replies.aReplyToCameInTheName({ about, clientName })
          : say().replies.repliedTo({ clientName, about }),
      ),
      wordsOf(reply),
      ...(names.length > 0 ? [words(say().replies.attachedAndNotPassedOnAsk), list(names)] : []),
      ...whyDoubtful(reply),
      button(say().replies.openTheMessage, pageUrl),
      words(say().replies.doNotAnswerThisMailNobodyReads({ clientName, clientEmail })),
    ],
  };
}

function wordsOf({ text, unreadable }: Facts['reply']): Paragraph {
  if (text !== '') return quote(text);
  return unreadable ? words(say().replies.thisMailCouldNotBeRead) : words(say().replies.noWordsOfTheirOwn);
}

function whyDoubtful({ doubtful, fromOtherAddress }: Facts['reply']): Paragraph[] {
  if (fromOtherAddress) return [words(say().replies.thisCameFromAnotherAddressThan)];
  return doubtful ? [words(say().replies.itNamesTheirAddressButNoMail)] : [];
}
