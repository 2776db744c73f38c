import { es } from './es/link-password';
import { pick } from './locale';

const en = {
  passwordTitle: 'Your password, too',
  passwordText: (label: string) =>
    `${label} is set up so that a login link works only together with the password. Nothing has been used up yet.`,
  password: 'Password',
  passwordMissing: 'Type your password.',
  passwordWrong: 'That is not the password of this account. The link is still good.',
  logIn: 'Log in',
};

export const linkPasswordTexts = pick({ en, es });
