import { es } from './es/ui';
import { pick } from './locale';

const en = {
  skipToContent: 'Skip to content',
  show: 'Show',
  hide: 'Hide',
  whatYouTyped: 'what you typed',
  copied: 'Copied',
  copyFailed: 'Copying did not work here. Select the text and copy it by hand.',
  offlineBanner: 'You are offline. What you typed stays here; go on when the connection is back.',
  backOnline: 'You are online again.',
  help: 'Need a person?',
  doorLine: 'The latchstring is out.',
  doorExplained: 'An old way of saying: come in, you are expected.',
  otherLanguage: 'Español',
  loading: 'One moment …',
  partMissing:
    'What comes next could not be fetched. Check your connection and try again. Nothing you typed is lost.',
  tryAgain: 'Try again',
};

export const uiTexts = pick({ en, es });
