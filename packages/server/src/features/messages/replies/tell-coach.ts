import { fullNameInLetter, practiceInLetter } from '../../accounts/index.ts';
import { button, list, quote, words, type Letter, type Paragraph } from '../../../platform/mail/letter.ts';
import type { Post } from '../../../platform/mail/mail.ts';
import type { Queue } from '../../../platform/jobs/jobs.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { plainLine } from './new-text-of-mail.ts';
import { Reply } from './reply.entity.ts';
import { currentLanguage, say, speakingTo } from '../../../platform/language/say.ts';

export const tellCoachQueue: Queue<{ replyId: string }> = { name: 'reply-to-coach' };

/** The job behind a kept reply: mails it on to the coach, from the configured domain. */
export async function tellCoach(
  { em, post, publicUrl, siteName }: Mechanisms & { post: Post },
  { replyId }: { replyId: string },
): Promise<void> {
  const reply = await em.findOne(
    Reply,
    { id: replyId },
    { populate: ['delivery.client', 'message.coach.practice'] },
  );
  if (!reply) return;
  const { client } = reply.delivery;
  const { coach, subject } = reply.message;
  const letter = speakingTo(coach, () =>
    replyLetter({
      to: coach.email,
      practiceName: practiceInLetter(coach.practice, siteName),
      clientName: fullNameInLetter(client) || say`A client`,
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
  const about = subject === '' ? say`your message` : say`"${subject}"`;
  const { attachmentNames: names, doubtful } = reply;
  return {
    language: currentLanguage(),
    to,
    fromName: doubtful ? practiceName : say`${clientName} by way of ${practiceName}`,
    subject: doubtful
      ? say`Doubtful reply: ${subject || say`your message`}`
      : say`${clientName} replied: ${subject || say`your message`}`,
    paragraphs: [
      words(
        doubtful
          ? say`A reply to ${about} came in the name of ${clientName}, and we can not tell that they wrote it:`
          : say`${clientName} replied to ${about}:`,
      ),
      wordsOf(reply),
      ...(names.length > 0
        ? [words(say`Attached, and not passed on. Ask for what you need:`), list(names)]
        : []),
      ...whyDoubtful(reply),
      button(say`Open the message`, pageUrl),
      words(
        say`Do not answer this mail: nobody reads what comes back. To answer ${clientName}, send them a message, or write to ${clientEmail} from your own mailbox.`,
      ),
    ],
  };
}

function wordsOf({ text, unreadable }: Facts['reply']): Paragraph {
  if (text !== '') return quote(text);
  return unreadable
    ? words(
        say`(This mail could not be read: its words are encrypted, or in a form that only Outlook opens. Ask them to send it again as plain text.)`,
      )
    : words(say`(no words of their own)`);
}

function whyDoubtful({ doubtful, fromOtherAddress }: Facts['reply']): Paragraph[] {
  if (fromOtherAddress)
    return [
      words(
        say`This came from another address than your message went to. Most often it is another mailbox of theirs; if in doubt, ask them before you act on it.`,
      ),
    ];
  return doubtful
    ? [
        words(
          say`It names their address, but no mail server vouches for that: somebody else may have written it. Ask them in another way before you act on it.`,
        ),
      ]
    : [];
}
