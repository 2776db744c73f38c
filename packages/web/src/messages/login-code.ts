import { es } from './es/login-code';
import { pick } from './locale';

const en = {
  codeTitle: 'Type the login code',
  codeText:
    'It stands beside the link in a mail that you asked for on the login page; messages of your coach hold none. It works for 10 minutes, and only the newest one counts.',
  username: 'Username',
  usernameMissing: 'Type your username.',
  code: 'Login code',
  codeHint: '8 letters and digits. Capitals, spaces and dashes don’t matter.',
  codeMissing: 'Type the code from the mail.',
  codeWrong:
    'This username and code don’t go together, or the code has run out or was replaced by a newer one. The link in the mail may still be good.',
  codePassword:
    'This account needs its password together with the link. Please open the link from the mail instead.',
  noCode: 'No code? Ask for a login link',
  logIn: 'Log in',
  backToLogin: 'Go to the login page',
};

export const loginCodeTexts = pick({ en, es });
