import { es } from './es/confirm-email';
import { pick } from './locale';

const en = {
  title: 'New email address',
  opening: 'Looking at your link …',
  troubleTitle: 'Your link could not be looked at',
  tryAgain: 'Try again',
  heading: 'Use this email address from now on?',
};

export const confirmEmailTexts = pick({ en, es });
