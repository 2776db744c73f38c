import { es } from './es/link-coach';
import { pick } from './locale';

const en = {
  opened: {
    'login-link': {
      title: 'This link belongs to one of your clients',
      text: 'You are logged in as a coach here, and a coach can’t open a client’s login link: it would put you into their account. Nothing is used up: the link still works for your client, who is told that it was opened here.',
    },
    invitation: {
      title: 'This invitation belongs to a client of your practice',
      text: 'You are logged in as a coach here, and a coach can’t accept a client’s invitation: it would put you into their account. Nothing is used up: the invitation still works for your client, who is told that it was opened here.',
    },
  },
  goToAccount: 'Go to My Account',
};

export const linkCoachTexts = pick({ en, es });
