import { es } from './es/replies';
import { pick } from './locale';

const en = {
  card: 'Replies by mail',
  opening: 'Fetching the replies …',
  none: 'None yet. When a client answers this message by mail, what they write stands here, without any login link.',
  noWords: 'No words of their own.',
  attached: (names: string) => `Attached, and not kept here: ${names}`,
  fromOther:
    'Came from another address than the message went to. If in doubt, ask them before you act on it.',
  doubtful: 'Doubtful',
  inTheNameOf: (name: string) => `In the name of ${name}`,
  unproven:
    'No mail server vouches for the address it names: somebody else may have written it. Ask them in another way before you act on it.',
  unreadable:
    'This mail could not be read: its words are encrypted, or in a form that only Outlook opens. Ask them to send it again as plain text.',
  answer: 'Answer',
  answerTo: (name: string) => `to ${name}`,
  answerSubject: (subject: string) => (/^re:/i.test(subject) ? subject : `Re: ${subject}`).slice(0, 200),
  count: (count: number) => (count === 1 ? '1 reply' : `${count} replies`),
  showMore: 'Show more replies',
  tryAgain: 'Try again',
};

export const repliesTexts = pick({ en, es });
