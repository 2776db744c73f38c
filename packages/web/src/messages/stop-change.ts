import { es } from './es/stop-change';
import { pick } from './locale';

const en = {
  title: 'Stop a change',
  opening: 'Looking at your link …',
  troubleTitle: 'Your link could not be looked at',
  tryAgain: 'Try again',
  headings: {
    EMAIL_CHANGE: 'Stop the change of this email address?',
    FRESH_START: 'Stop the fresh start of this account?',
  },
  texts: {
    EMAIL_CHANGE:
      'Stopped, the old address stays the one on file. You need not log in, and nothing else changes.',
    FRESH_START:
      'Unless somebody stops it, username and password end, and an invitation goes to the new address. Stopped, all stays as it is. You need not log in.',
  },
  stop: 'Stop it',
};

export const stopChangeTexts = pick({ en, es });
