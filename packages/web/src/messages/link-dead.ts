import { es } from './es/link-dead';
import { pick } from './locale';

const en = {
  usedTitle: 'This login link has already been used',
  expiredTitle: 'This login link has run out',
  revokedTitle: 'This login link was withdrawn',
  unknownTitle: 'This login link doesn’t work any more',
  lifeText:
    'A login link works once. Your own lives for 1 hour, one from your coach for 72 hours. Using one, or setting a new password, ends the others.',
  revokedText:
    'It may have gone to the wrong mailbox, so it can’t be renewed. Ask for a new one with your username.',
  freshLink: 'Mail me a fresh link',
  freshText: 'It goes to the email address we have on file.',
  askAnew: 'Ask for a link by username',
  goToAccount: 'Go to My Account',
  hereAlready: (name: string) => `You are logged in here as ${name}.`,
  backToLogin: 'Go to the login page',
};

export const deadLinkTexts = pick({ en, es });
