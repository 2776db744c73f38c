import { pick } from './locale';

const en = {
  title: 'Login link',
  opening: 'Looking at your link …',
  goingOn: 'Logging you in …',
  goToAccount: 'Go to My Account',

  replaceTitle: 'Someone else is logged in here',
  replaceText: (here: string, label: string) =>
    `${here} is logged in on this browser. The link you opened is for ${label}. Going on ends the first session.`,
  somebody: 'Somebody',
  label: (name: string, practice: string) => `${name} at ${practice}`,
  stay: (here: string) => `Stay logged in as ${here}`,
  stayPlain: 'Stay logged in',
  goOn: (label: string) => `Go on as ${label}`,
  stayFree: 'Staying uses nothing up: the link stays good.',

  coachTitle: 'This link belongs to one of your clients',
  coachText:
    'You are logged in as a coach here, and a coach can’t open a client’s login link: it would put you into their account. Nothing has been used up, and the link still works for your client. Because this protects them, your client is told that it was opened here.',

  tryAgain: 'Try again',
  troubleTitle: 'Your link could not be looked at',
};

export const loginLinkTexts = pick({ en });
