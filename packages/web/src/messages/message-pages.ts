import { es } from './es/message-pages';
import { pick } from './locale';

const en = {
  listTitle: 'Messages',
  write: 'Write a message',
  show: 'Show',
  all: 'All messages',
  drafts: 'Drafts',
  scheduled: 'Scheduled',
  sending: 'Going out',
  sent: 'Sent',
  cancelled: 'Cancelled',
  none: 'No messages yet.',
  noneFound: 'No messages like this.',
  showMore: 'Show more',
  opening: 'Fetching your messages …',
  tryAgain: 'Try again',
  noSubject: '(no subject)',
  recipients: (count: number) => (count === 1 ? 'To 1 client' : `To ${count} clients`),
  toAllActive: 'To all active clients',

  title: 'Message',
  toMessages: 'All messages',
  goneTitle: 'This message isn’t here',
  goneText: 'The address may be mistyped, or the draft was discarded.',
  textCard: 'What it says',
  copyToMe: 'A copy goes to you, with its tags as they stand here.',
  progressCard: 'How it is going',
  progress: (done: number, total: number) => `${done} of ${total} handed over`,
  goOn: 'Go on writing',
  undo: 'Undo',
  undone: 'Stopped. Nothing was sent.',
  undoText: 'Until then you can stop it.',
  deliveriesCard: 'Who gets it',
  retry: 'Try again',
  retryFor: (name: string) => `for ${name}`,
  retried: (name: string) => `It goes out to ${name} again.`,
  revoke: 'Make the links useless',
  revokeQuestion:
    'Make every login link of this message useless? Links that are still waiting in mailboxes stop working at once, and can’t be renewed. People who are logged in stay logged in.',
  revokeConfirm: 'Yes, make them useless',
  revokeCancel: 'Leave them',
  revoked: 'The login links of this message no longer work.',
};

export const messagePagesTexts = pick({ en, es });
