import { es } from './es/change-facts';
import { pick } from './locale';

const en = {
  account: 'Account',
  oldEmail: 'Old address',
  newEmail: 'New address',
  askedBy: 'Asked for by',
  owner: 'The account’s owner',
  takesEffect: 'Happens on',
};

export const changeFactsTexts = pick({ en, es });
