import { es } from './es/link-incomplete';
import { pick } from './locale';

const en = {
  incompleteTitle: 'This link arrived incomplete',
  incompleteText:
    'A piece of the address got lost on the way, which happens when a mail program breaks it. Nothing has been used up. There are three ways on:',
  pasteTitle: 'Paste the whole link',
  pasteLabel: 'The link from the mail',
  pasteHint: 'Press and hold the link in the mail, copy it, and paste it here.',
  pasteWrong:
    'There is no whole login link in this text. It should end in # and 22 letters, digits or dashes.',
  paste: 'Open this link',
  hereTitle: 'You are logged in already',
  hereText: 'Did you want to open a login link? Then it arrived incomplete. There are three ways on:',
  codeWayTitle: 'Does a login code stand in the mail?',
  codeWayText: 'Mails that you ask for on the login page have one; messages of your coach have none.',
  askWayTitle: 'Ask for a new link',
  askWay: 'Ask by username',
  typeCode: 'Type the login code',
};

export const incompleteLinkTexts = pick({ en, es });
