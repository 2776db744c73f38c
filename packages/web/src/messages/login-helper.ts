import { es } from './es/login-helper';
import { pick } from './locale';

const en = {
  title: 'Find your way back in',
  question: 'Which did you forget?',
  bothHint: 'Both? Begin with the username, then come back for the password.',
  forgotUsername: 'My username',
  forgotUsernameExplained: 'We mail it to the email address your account knows.',
  forgotPassword: 'My password',
  forgotPasswordExplained: 'We mail you a link that logs you in without it.',
  email: 'Your email address',
  emailHintText: 'The one your coach or your practice writes to.',
  emailMissing: 'Type your email address.',
  sendUsername: 'Mail me my username',
  username: 'Your username',
  usernameHintText: 'Your username, not your email address.',
  usernameMissing: 'Type your username.',
  sendLink: 'Mail me a login link',
  addressHint:
    'That looks like an email address. An address belongs in the other box: it gets you your username.',
  switchToEmail: 'Use it to find my username',
  backToLogin: 'Back to the login page',
  enterCode: 'Type the login code',
};

export const loginHelperTexts = pick({ en, es });
