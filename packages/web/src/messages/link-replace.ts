import { es } from './es/link-replace';
import { pick } from './locale';

const en = {
  replaceTitle: 'Someone else is logged in here',
  replaceText: {
    'login-link': (here: string, label: string) =>
      `${here} is logged in on this browser. The link you opened is for ${label}. Going on ends the first session.`,
    invitation: (here: string, label: string) =>
      `${here} is logged in on this browser. The invitation you opened is for ${label}. Accepting it ends the first session.`,
  },
  stay: (here: string) => `Stay logged in as ${here}`,
  stayPlain: 'Stay logged in',
  goOn: (label: string) => `Go on as ${label}`,
  stayFree: {
    'login-link': 'Staying uses nothing up: the link stays good.',
    invitation: 'Staying uses nothing up: the invitation stays good.',
  },
};

export const linkReplaceTexts = pick({ en, es });
