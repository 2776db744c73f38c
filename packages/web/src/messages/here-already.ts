import { es } from './es/here-already';
import { pick } from './locale';

const en = {
  text: (name: string) => `You are logged in here as ${name}.`,
  goToAccount: 'Go to My Account',
};

export const hereAlreadyTexts = pick({ en, es });
