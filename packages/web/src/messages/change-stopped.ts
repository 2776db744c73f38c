import { es } from './es/change-stopped';
import { pick } from './locale';

const en = {
  headings: { EMAIL_CHANGE: 'The change is off', FRESH_START: 'The fresh start is off' },
  texts: {
    EMAIL_CHANGE:
      'The address on file stays as it was. Was it asked for by somebody who had logged in as you? Then set a new password: every other session ends with it.',
    FRESH_START:
      'Username, password and email address stay as they were. Can’t you log in? Have a login link mailed to you.',
  },
  help: 'Get a login link',
  logIn: 'Go to the login page',
};

export const changeStoppedTexts = pick({ en, es });
