import { es } from './es/login-links';
import { pick } from './locale';

const en = {
  title: 'Login link',
  opening: 'Looking at your link …',
  goingOn: 'Logging you in …',

  somebody: 'Somebody',
  label: (name: string, practice: string) => `${name} at ${practice}`,

  tryAgain: 'Try again',
  troubleTitle: 'Your link could not be looked at',
};

export const loginLinkTexts = pick({ en, es });
