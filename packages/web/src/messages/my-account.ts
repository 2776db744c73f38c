import { es } from './es/my-account';
import { pick } from './locale';

const en = {
  title: 'My Account',
  readOnly: (practice: string) =>
    `${practice} has deactivated this account and lets you look. You can read everything here, change your own username and password, end sessions and download your data; nothing else can be changed.`,

  contents: 'More on this page',

  usernameCard: 'Your username',
  usernameExplained: 'This is what you log in with, not your email address.',
  copy: 'Copy',
  copyUsername: 'your username',
  mailsGoTo: (email: string) => `Mails to you go to ${email}.`,

  passwordCard: 'Set a new password',
  withoutCurrent: (time: string) =>
    `You came in without your password, so you can set a new one without the old one, until ${time}.`,
  withoutCurrentNoTime: 'You came in without your password, so you can set a new one without the old one.',
  withCurrent: 'To make sure that it is you, your current password is needed as well.',
  noPassword:
    'This account has no password yet, and one can only be set in the first minutes after a login by link. A fresh link opens that again.',
  currentPassword: 'Current password',
  newPassword: 'New password',
  currentMissing: 'Type your current password.',
  currentWrong: 'That is not your current password.',
  currentNeeded: 'Your current password is needed for this. Please type it.',
  savePassword: 'Set new password',
  passwordDoneTitle: 'Your new password is set',
  passwordDone: (username: string) =>
    `Next time log in with the username ${username} and this password. You stay logged in here; every other session has ended, and login links mailed earlier no longer work.`,
  forgotCurrent: 'Forgot it? Mail me a login link',
  mailLink: 'Mail me a login link',
  linkAsked: (email: string) =>
    `A login link is on its way to ${email}. Open it on this device, then set the password without the old one.`,
  linkAskedForThis: (email: string) =>
    `A login link is on its way to ${email}. Open it on this device, and this is open again for a while.`,
  linkFirst:
    'It is a while since you logged in, and this account has no password to ask you for. A fresh login link opens this again.',
  passkeyFirst:
    'It is a while since you logged in, and this account has no password to ask you for. Log out and log in again with your passkey: that opens this again.',

  changeUsernameCard: 'Change your username',
  newUsername: 'New username',
  newUsernameHint: '3 to 64 characters. Capitals make no difference when you log in.',
  usernameMissing: 'Type the username you would like.',
  usernameTaken: 'Somebody has this username already. Please choose another one.',
  saveUsername: 'Change username',
  usernameDone: (username: string) => `Done. From now on you log in as ${username}.`,

  apiTokensCard: 'API tokens',

  linkPolicyCard: 'Login links',
  sessionsCard: 'Where you are logged in',
  diaryCard: 'Access diary',
  ownDataCard: 'Your data',

  profileCard: 'Name, time zone and language',
  firstName: 'First name',
  lastName: 'Last name',
  timeZone: 'Time zone',
  timeZoneHint: 'Times in mails to you are given in it.',
  language: 'Language / Idioma',
  languageHint: 'This site and the mails from it use it. What your coach writes stays as written.',
  languageSaved: 'Saved. From now on this site and its mails speak English.',
  saveProfile: 'Save',
  profileDone: 'Saved.',
};

export const myAccountTexts = pick({ en, es });
