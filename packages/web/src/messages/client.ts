import type { EmailState } from '@latchstring/operations';
import { es } from './es/client';
import { pick } from './locale';

const en = {
  title: 'Client',
  opening: 'Fetching this client …',
  goneTitle: 'This client isn’t here',
  goneText: 'The address may be mistyped, or the client has been deleted.',
  toClients: 'All clients',
  tryAgain: 'Try again',

  sendLink: 'Send login link',

  detailsCard: 'Details',
  email: 'Email address',
  mail: 'Mail',
  mails: {
    UNKNOWN: 'Nothing heard from this address yet',
    DELIVERED: 'Mails arrive',
    BOUNCED: 'Mails come back',
    COMPLAINED: 'A mail was marked as spam, so nothing more is sent',
  } satisfies Record<EmailState, string>,
  timeZone: 'Time zone',
  logins: 'Logins',
  loginCount: (count: number, last: string) => `${count}, last on ${last}`,
  noLogins: 'None so far',
  added: 'Added',
  retryText:
    'A mail to this address came back, so nothing more is sent to it. Once the mailbox works again, let us try.',
  retry: 'Try this address again',
  retryDone: 'Mails go to this address again.',

  invite: 'Mail the invitation again',
  inviteText: 'They have not accepted the invitation yet. A new one makes the earlier ones useless.',
  inviteDone: (email: string) => `A new invitation is on its way to ${email}.`,

  edit: 'Edit details',
  firstName: 'First name',
  lastName: 'Last name',
  save: 'Save details',
  saved: 'Saved.',
  useAnyway: 'Use it anyway',

  accessCard: 'Access',
  activeText: 'This client is active: they can log in, and messages to all active clients reach them.',
  inactiveText: 'This client is deactivated and can’t log in.',
  mayLookText: 'This client is deactivated, but may log in and look.',
  deleteAtText: (time: string) =>
    `This client is deactivated and will be deleted on ${time}. Reactivating stops that.`,
  deactivateLegend: 'Deactivate this client',
  noLogin: 'No more logging in',
  noLoginText: 'They are logged out at once, and their login links stop working.',
  mayLook: 'May log in and look',
  mayLookExplained: 'They can read everything, and change nothing but their own username and password.',
  deactivate: 'Deactivate',
  deactivated: 'Deactivated.',
  reactivate: 'Reactivate',
  reactivated: 'Active again.',

  deliveriesCard: 'Messages to this client',
  noDeliveries: 'No messages yet.',
  moreDeliveries: (shown: number, total: number) => `The newest ${shown} of ${total}.`,

  deleteCard: 'Delete',
  remove: 'Delete this client',
  removeQuestion: (name: string) =>
    `Delete ${name}? Somebody who has never come in is gone at once. Everybody else is deleted after 30 days: a letter tells them, and until then they can look and download their data, and you can reactivate them.`,
  removeConfirm: 'Yes, delete',
  removeCancel: 'Keep',
};

export const clientTexts = pick({ en, es });
