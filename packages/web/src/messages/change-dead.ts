import type { AccessChangeProblem } from '@latchstring/operations';
import { es } from './es/change-dead';
import { pick } from './locale';

type Words = Record<AccessChangeProblem, { title: string; text: string }>;

const en = {
  confirm: {
    DONE: { title: 'This address has been confirmed', text: 'There is nothing left to do.' },
    STOPPED: {
      title: 'This change was stopped',
      text: 'Somebody stopped it by the link in our letter to the old address, which stays the one on file.',
    },
    CANCELLED: {
      title: 'This change was cancelled',
      text: 'It was ended on My Account, or by a new password. You can ask for it again there.',
    },
    WITHDRAWN: {
      title: 'This change was withdrawn',
      text: 'Your coach has taken it back. The old address stays the one on file.',
    },
    REPLACED: {
      title: 'A newer change took the place of this one',
      text: 'Only the newest counts. Open the link in the newest mail.',
    },
    EXPIRED: {
      title: 'This link doesn’t work any more',
      text: 'A new address can be confirmed for 24 hours. Ask for the change again on My Account, or ask your coach.',
    },
  } satisfies Words,
  stop: {
    DONE: {
      title: 'It is too late to stop this',
      text: 'The change has taken effect. Was it not you? Write at once to the address in our letter.',
    },
    STOPPED: { title: 'This change has been stopped', text: 'There is nothing left to do.' },
    CANCELLED: { title: 'This change has been cancelled', text: 'There is nothing left to do.' },
    WITHDRAWN: { title: 'This change has been withdrawn', text: 'There is nothing left to do.' },
    REPLACED: {
      title: 'A newer change took the place of this one',
      text: 'To stop that one, open the link in the newest mail.',
    },
    EXPIRED: {
      title: 'This link stops nothing any more',
      text: 'Its change was never confirmed, or is long over. There is nothing left to do.',
    },
  } satisfies Words,
  goToLogin: 'Go to the login page',
};

export const deadChangeTexts = pick({ en, es });
