import { es } from './es/login-link-template';
import { pick } from './locale';

const en = {
  name: 'Send a login link',
  subject: 'Your login link',
  body: 'Hello [firstName|there],\n\nhere is your personal login link. It works once, for 72 hours:\n\n[loginLink]\n\nAfter that you are in, and can set a new password.\n\n[coachName]\n',
};

/** What "Send login link" begins with. */
export const loginLinkTemplate = pick({ en, es });
