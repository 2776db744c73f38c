import type { LoginLinkProblem } from '@latchstring/operations';
import { es } from './es/link-dead';
import { pick } from './locale';

const en = {
  titles: {
    USED: 'This login link has already been used',
    EXPIRED: 'This login link has run out',
    ANOTHER_USED: 'Another link was used, which ended this one',
    PASSWORD_CHANGED: 'A new password was set, which ended this link',
    ACCESS_CHANGED: 'Your account was changed, which ended this link',
    REVOKED: 'This login link was withdrawn',
    COACH_LOGGED_IN: 'This login link can’t be used here',
  } satisfies Record<LoginLinkProblem, string>,
  unknownTitle: 'This login link doesn’t work any more',
  lifeText:
    'A login link works once. Your own lives for 1 hour, one from your coach for 72 hours. Using one, or setting a new password, ends the others.',
  revokedText:
    'It may have gone to the wrong mailbox, so it can’t be renewed. Ask for a new one with your username.',
  freshLink: 'Mail me a fresh link',
  freshText: 'It goes to the email address we have on file.',
  askAnew: 'Ask for a link by username',
  backToLogin: 'Go to the login page',
};

export const deadLinkTexts = pick({ en, es });
