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
  progress: (done: number, total: number) => `${done} of ${total} done`,
  goOn: 'Go on writing',
  undo: 'Undo',
  undone: 'Stopped. Nothing was sent.',
  undoText: 'Until then you can stop it.',
  cancel: 'Cancel sending',
  change: 'Change',
  changeQuestion:
    'Change this message? Its sending is cancelled, and what it says, its recipients and its time open for writing as a new draft. Nothing goes out until you send or schedule that.',
  changeConfirm: 'Yes, change it',
  changeCancel: 'Leave it as it is',
  editAgain: 'Edit again',
  editAgainText: 'It was stopped before it went out. Edit it again as a new draft: nothing of it is lost.',
  chosenCard: 'Recipients',
  andMore: (count: number) => `and ${count} more`,
  deliveriesCard: 'Who gets it',
  deliveriesShown: 'Which of them',
  everybody: 'Everybody',
  counted: (words: string, count: number) => `${words} (${count})`,
  manyHint: 'Choose “Not sent”, “Came back” or “Held back” to try all of those again at once.',
  noDeliveries: 'Nobody now.',
  retryMany: (count: number) => (count === 1 ? 'Try this one again' : `Try all of these ${count} again`),
  retryManyQuestion: (count: number) =>
    count === 1
      ? 'Send this message to this client again?'
      : `Send this message to all of these ${count} clients again?`,
  retryManyConfirm: 'Yes, try again',
  retryManyCancel: 'Not now',
  retryManyProgress: (done: number, total: number) => `${done} of ${total} taken up again`,
  retriedMany: (count: number) =>
    count === 1 ? 'It goes out to 1 client again.' : `It goes out to ${count} clients again.`,
  retryManyStopped: (done: number, reason: string) =>
    done === 0 ? reason : `It goes out to ${done} of them again, then this came up: ${reason}`,
  retryManyStay: (count: number, reason: string) =>
    count === 1 ? `1 stays as it is: ${reason}` : `${count} stay as they are: ${reason}`,
  retry: 'Try again',
  reactivateAndRetry: 'Reactivate and try again',
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
