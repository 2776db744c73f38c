import { es } from './es/link-offer';
import { pick } from './locale';

const en = {
  offerTitle: (label: string) => `Log in as ${label}?`,
  alone: {
    until: (time: string) => `This link logs in once, until ${time}. After that you can set a new password.`,
    noTime: 'This link logs in once. After that you can set a new password.',
  },
  withPassword: {
    until: (time: string) => `This link logs in once, until ${time}, together with your password.`,
    noTime: 'This link logs in once, together with your password.',
  },
  logIn: 'Log in',
  notYou: 'Not you? Just close this page: the link is used up only by the button.',
  otherBrowser: 'Opened inside a mail app?',
};

export const linkOfferTexts = pick({ en, es });
