import { es } from './es/link-renewed';
import { pick } from './locale';

const en = {
  renewedTitle: 'Check your email',
  renewedText:
    'If the link you opened was one of ours, a fresh one is on its way to the email address we have on file. Look for a mail from us with “your login link” in its subject, also in the spam folder.',
  codeText: 'Does a login code stand in it? Then you can type that here instead of opening the link.',
  renewedAgain: 'Nothing after five minutes? Then ask for a link by username.',
  askAnew: 'Ask for a link by username',
  typeCode: 'Type the login code',
};

export const linkRenewedTexts = pick({ en, es });
