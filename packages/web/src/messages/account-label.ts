import { es } from './es/account-label';
import { pick } from './locale';

const en = {
  somebody: 'Somebody',
  label: (name: string, practice: string) => `${name} at ${practice}`,
};

export const accountLabelTexts = pick({ en, es });
