import { es } from './es/password-lost';
import { pick } from './locale';

const en = {
  text: 'Password forgotten? Then this link doesn’t help, but a person can: write to',
};

export const passwordLostTexts = pick({ en, es });
