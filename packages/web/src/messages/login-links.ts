import { es } from './es/login-links';
import { pick } from './locale';

const en = {
  title: 'Login link',
  opening: 'Looking at your link …',
  goingOn: 'Logging you in …',

  tryAgain: 'Try again',
  troubleTitle: 'Your link could not be looked at',
};

export const loginLinkTexts = pick({ en, es });
