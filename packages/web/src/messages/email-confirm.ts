import { es } from './es/email-confirm';
import { pick } from './locale';

const en = {
  text: 'Once you confirm, everything goes to the new address, and login links mailed before no longer work.',
  confirm: 'Confirm the new address',
  notYou: 'Is something wrong here? Then do nothing: the change ends by itself.',
};

export const emailConfirmTexts = pick({ en, es });
