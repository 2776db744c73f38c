import { es } from './es/link-elsewhere';
import { pick } from './locale';

const en = {
  text: 'A login here stays in the mail app. To log in in your usual browser, copy the link and paste it there. That does not use the link up.',
  withCode:
    'A login here stays in the mail app. To log in in your usual browser, copy the link and paste it there, or type the login code from the same mail. Neither uses the link up.',
  copyLink: 'Copy link',
  typeCode: 'Type the login code',
};

export const linkElsewhereTexts = pick({ en, es });
