import { es } from './es/confirm-elsewhere';
import { pick } from './locale';

const en = {
  logInText: (label: string) =>
    `Only ${label} can confirm this, logged in with their own username and password. Nothing has been used up.`,
  logIn: 'Log in and go on',
  otherText: (label: string) =>
    `Somebody else is logged in here. Only ${label} can confirm this, so log out first. Nothing has been used up.`,
  logOut: 'Log out and go on',
  coachText: (label: string) =>
    `You are logged in as a coach. Only ${label} can confirm this, on their own device and logged in as themselves: whoever reads the new mailbox must not get into the account by that alone. They can open the same link there.`,
  goToAccount: 'Go to My Account',
};

export const confirmElsewhereTexts = pick({ en, es });
