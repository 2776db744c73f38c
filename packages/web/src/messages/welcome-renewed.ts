import { es } from './es/welcome-renewed';
import { pick } from './locale';

const en = {
  renewedTitle: 'Check your email',
  renewedText:
    'If the invitation you opened was one of ours, a mail is on its way to the email address that your coach has on file: a fresh invitation, or a login link if you have accepted yours already. Look in the spam folder as well.',
  renewedAgain: 'Nothing after five minutes? Then please write to your coach.',
  goToLogin: 'Go to the login page',
};

export const renewedInviteTexts = pick({ en, es });
