import { es } from './es/login';
import { pick } from './locale';

const en = {
  title: 'Log in',
  username: 'Username',
  password: 'Password',
  submit: 'Log in',
  passkey: 'Log in with a passkey',
  forgot: 'Forgot your username or password?',
  enterCode: 'Type the login code',
  usernameMissing: 'Type your username.',
  passwordMissing: 'Type your password.',
  emailHint: 'That looks like an email address. You log in with your username here, which is something else.',
  emailHintAction: 'Mail me my username',
  invalidCredentials:
    'This username and password don’t go together. Both are easy to mix up: the helper below finds them again.',
  inactiveTitle: 'Your account is deactivated',
  inactive: (coach: string) => `${coach} has closed the way in for now. If that is a surprise, write to`,
  notices: {
    'logged-out': 'You are logged out.',
    'session-ended': 'Your session has ended, so please log in again. What you had typed is kept.',
    'log-in-first': 'Please log in to see your account.',
    'confirm-email': 'Log in, and you can confirm the new address.',
  },
};

export const loginTexts = pick({ en, es });
