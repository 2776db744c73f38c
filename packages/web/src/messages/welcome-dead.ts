import { es } from './es/welcome-dead';
import { pick } from './locale';

const en = {
  deadTitle: 'This invitation doesn’t work any more',
  deadText: 'An invitation works once, and not for ever. If you have set it up already, just log in.',
  fresh: 'Mail me a fresh invitation',
  freshText: 'It goes to the email address that your coach has on file.',
  askCoach: 'To get a new one, please write to your coach.',
  goToLogin: 'Go to the login page',
};

export const deadInviteTexts = pick({ en, es });
