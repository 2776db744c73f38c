import { es } from './es/welcome-dead';
import { pick } from './locale';

const en = {
  acceptedTitle: 'You have accepted this invitation already',
  acceptedText:
    'An invitation works once. From now on you log in with the username and the password that you chose.',
  logIn: 'Log in',
  forgot: 'Forgot your username or password?',
  deadTitle: 'This invitation doesn’t work any more',
  deadText: 'An invitation works once, and not for ever. If you have set it up already, just log in.',
  fresh: 'Mail me a fresh invitation',
  freshText: 'It goes to the email address that your coach has on file.',
  askCoach: 'To get a new one, please write to your coach.',
  goToLogin: 'Go to the login page',
};

export const deadInviteTexts = pick({ en, es });
