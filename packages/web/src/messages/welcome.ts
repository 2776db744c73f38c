import { es } from './es/welcome';
import { pick } from './locale';

const en = {
  title: 'Welcome',
  opening: 'Looking at your invitation …',
  troubleTitle: 'Your invitation could not be looked at',
  tryAgain: 'Try again',
};

export const welcomeTexts = pick({ en, es });
