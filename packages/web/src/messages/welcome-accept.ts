import { es } from './es/welcome-accept';
import { pick } from './locale';

const en = {
  heading: (label: string) => `Welcome, ${label}`,
  from: (coach: string) => `This invitation is from ${coach}.`,
  text: 'Choose how you will log in: a username and a password. Then you are in.',
  textUntil: (time: string) =>
    `Choose how you will log in: a username and a password. Then you are in. This invitation is good until ${time}.`,
  username: 'Username',
  usernameHint: 'Keep the suggested one or choose your own. You log in with it, not with your email address.',
  usernameMissing: 'Type the username you would like.',
  usernameTaken: 'Somebody has this username already. Please choose another one.',
  password: 'Password',
  comeIn: 'Come in',
};

export const acceptInviteTexts = pick({ en, es });
