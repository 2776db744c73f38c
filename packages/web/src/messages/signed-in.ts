import { es } from './es/signed-in';
import { pick } from './locale';

const en = {
  opening: 'One moment …',
  troubleTitle: 'This page could not be opened',
  tryAgain: 'Try again',
  logOut: 'Log out',
  pages: 'Pages',
  clients: 'Clients',
  messages: 'Messages',
  account: 'My Account',
  changedTitle: 'Someone else logged in here',
  changedText:
    'In another tab of this browser another account was logged in. Nothing was changed in this one, and nothing you typed was sent.',
  openOther: 'Open the account that is logged in now',
};

export const signedInTexts = pick({ en, es });
