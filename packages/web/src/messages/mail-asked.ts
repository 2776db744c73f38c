import { es } from './es/mail-asked';
import { pick } from './locale';

const en = {
  title: 'Check your email',
  username: (email: string) =>
    `A mail is on its way to ${email}. It lists every username that belongs to this address, or holds your invitation if you have not accepted it yet. If there is none, the mail says so.`,
  link: (username: string) =>
    `If “${username}” is a username here, a login link is on its way to the email address we have on file for it.`,
  lookFor: 'What to look for',
  from: 'From',
  sender: (site: string) => `${site}, or your practice by its name`,
  subject: 'Subject',
  usernameSubject: 'Has “your username” in it',
  linkSubject: 'Has “your login link” in it',
  where: 'Where',
  whereText: 'Your inbox, or the spam or junk folder.',
  thisSite: 'This site',
  noMailTitle: 'No mail after five minutes?',
  noMailLink:
    'Most likely the username was not quite right: no mail goes out for a username that doesn’t exist. Get your username first, then ask for the link.',
  noMailUsername: 'Look in the spam folder, check the spelling of the address, then ask again.',
  usernameFirst: 'Get my username first',
  askAgain: 'Ask again',
  codeTitle: 'Is the mail on another device?',
  codeText: 'Does a login code stand beside the link? You can type it here instead of opening the link.',
  typeCode: 'Type the login code',
  haveUsernameTitle: 'Got your username?',
  haveUsername: 'Log in with it, or have a login link mailed if the password is gone too.',
  nowPassword: 'Now get a login link',
  logIn: 'Log in',
};

export const mailAskedTexts = pick({ en, es });
