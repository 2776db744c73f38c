import { es } from './es/email-card';
import { pick } from './locale';

const en = {
  title: 'Email address',
  now: (email: string) => `Mails to you go to ${email}.`,
  ownWaits: (email: string, time: string) =>
    `${email} waits for your confirmation: open the link in the mail we sent there, until ${time}. Nothing has changed yet.`,
  proposalWaits: (email: string, time: string) =>
    `Your coach proposes ${email} for you. Is it yours? Then open the link in the mail we sent there, until ${time}, and confirm it. Until you do, nothing changes, and no login link from your coach can reach you.`,
  again: 'Send the mail again',
  cancel: 'Cancel the change',
  refuse: 'Refuse this address',
  cancelled: 'The change is off. Your address stays as it was.',
  newEmail: 'New email address',
  hint: 'We send a link there to confirm it, and a note to your present address.',
  missing: 'Type the new email address.',
  currentPassword: 'Current password',
  currentNeeded: 'Your current password is needed for this. Please type it.',
  change: 'Change address',
  asked: (email: string) =>
    `Almost done: open the link in the mail we sent to ${email}. No mail? Look in the spam folder, and whether the address is spelt right.`,
};

export const emailCardTexts = pick({ en, es });
