import { es } from './es/link-replace';
import { pick } from './locale';

const en = {
  replaceTitle: 'Someone else is logged in here',
  replaceText: (here: string, label: string) =>
    `${here} is logged in on this browser. The link you opened is for ${label}. Going on ends the first session.`,
  stay: (here: string) => `Stay logged in as ${here}`,
  stayPlain: 'Stay logged in',
  goOn: (label: string) => `Go on as ${label}`,
  stayFree: 'Staying uses nothing up: the link stays good.',
};

export const linkReplaceTexts = pick({ en, es });
