import { es } from './es/email-confirmed';
import { pick } from './locale';

const en = {
  heading: 'Your new address counts now',
  text: (email: string) =>
    `From now on everything goes to ${email}. We have told the old address too. Your username stays as it is.`,
  goToAccount: 'Go to My Account',
};

export const emailConfirmedTexts = pick({ en, es });
