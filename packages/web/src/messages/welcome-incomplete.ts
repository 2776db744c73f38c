import { es } from './es/welcome-incomplete';
import { pick } from './locale';

const en = {
  incompleteTitle: 'This invitation arrived incomplete',
  incompleteText:
    'A piece of the address got lost on the way, which happens when a mail program breaks it. Nothing has been used up.',
  pasteLabel: 'The link from the mail',
  pasteHint: 'Press and hold the link in the mail, copy it, and paste it here.',
  pasteWrong:
    'There is no whole invitation in this text. It should end in # and 22 letters, digits or dashes.',
  paste: 'Open this invitation',
  goToLogin: 'Go to the login page',
};

export const incompleteInviteTexts = pick({ en, es });
