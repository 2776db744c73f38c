import type { IconName } from './icons';

/** A shape and words. plain is the normal case, which makes no noise; open is what has not begun. */
export type BadgeLook = {
  kind: 'good' | 'wait' | 'bad' | 'quiet' | 'open' | 'plain';
  icon: IconName;
  text: string;
};
