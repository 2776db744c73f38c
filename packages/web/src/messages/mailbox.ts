import { es } from './es/mailbox';
import { pick } from './locale';

const en = {
  title: 'Mailbox',
  explained: 'The letters that this machine would have sent. New ones appear by themselves.',
  none: 'No letters yet. Ask for a username or a login link, and look here again.',
  noMailbox: 'There is no mailbox here: this server hands its letters to a real mail provider.',
  unreachable: 'The mailbox can’t be reached right now. It is tried again by itself.',
  letters: 'Letters',
  from: 'From',
  to: 'To',
  at: 'At',
  text: 'Text',
  html: 'HTML',
  noSubject: '(no subject)',
};

export const mailboxTexts = pick({ en, es });
