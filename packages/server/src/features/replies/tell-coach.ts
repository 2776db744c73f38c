import { fullNameInLetter, practiceInLetter } from '../accounts/index.ts';
import { button, list, quote, words, type Letter } from '../../platform/mail/letter.ts';
import type { Post } from '../../platform/mail/mail.ts';
import type { Queue } from '../../platform/jobs/jobs.ts';
import type { Mechanisms } from '../../request-context.ts';
import { plainLine } from './new-text-of-mail.ts';
import { Reply } from './reply.entity.ts';
import { currentLanguage, say, speakingTo } from '../../platform/language/say.ts';

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
  reply: Pick<Reply, 'text' | 'attachmentNames' | 'fromOtherAddress'>;
}

function replyLetter({ to, practiceName, clientName, clientEmail, subject, pageUrl, reply }: Facts): Letter {
  const about = subject === '' ? say`your message` : say`"${subject}"`;
  const { text, attachmentNames: names, fromOtherAddress } = reply;
  return {
    language: currentLanguage(),
    to,
    fromName: say`${clientName} by way of ${practiceName}`,
    subject: say`${clientName} replied: ${subject || say`your message`}`,
    paragraphs: [
      words(say`${clientName} replied to ${about}:`),
      ...(text === '' ? [words(say`(no words of their own)`)] : [quote(text)]),
      ...(names.length > 0
        ? [words(say`Attached, and not passed on. Ask for what you need:`), list(names)]
        : []),
      ...(fromOtherAddress
        ? [
            words(
              say`This came from another address than your message went to. Most often it is another mailbox of theirs; if in doubt, ask them before you act on it.`,
            ),
          ]
        : []),
      button(say`Open the message`, pageUrl),
      words(
        say`Do not answer this mail: nobody reads what comes back. To answer ${clientName}, send them a message, or write to ${clientEmail} from your own mailbox.`,
      ),
    ],
  };
}
