import { es } from './es/change-incomplete';
import { pick } from './locale';

const en = {
  title: 'This link arrived incomplete',
  text: 'A piece of the address got lost on the way, which happens when a mail program breaks it. Nothing has been used up.',
  label: 'The link from the mail',
  hint: 'Press and hold the link in the mail, copy it, and paste it here.',
  wrong: 'There is no whole link in this text. It should end in # and 22 letters, digits or dashes.',
  open: 'Open this link',
  goToLogin: 'Go to the login page',
};

export const incompleteChangeTexts = pick({ en, es });
