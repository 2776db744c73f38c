import { es } from './es/login-link-template';
import { pick } from './locale';

const en = {
  name: 'Send a login link',
  subject: 'Your login link',
  body: 'Hello [firstName|there],\n\nhere is your personal login link. It works once, for 72 hours:\n\n[loginLink]\n\nAfter that you are in, and can set a new password.\n\nNext time you need no help of mine: on the login page, press “Forgot your username or password?”. If no mail comes after that, the username was most likely not quite right: have your username mailed to you first, then the link.\n\n[coachName]\n',
};

/** What "Send login link" begins with. */
export const loginLinkTemplate = pick({ en, es });
