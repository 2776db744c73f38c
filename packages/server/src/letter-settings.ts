import { SECOND_MS } from './platform/clock.ts';
import { readSpan, type Text } from './session-limits.ts';
import { defaultSettings, type Settings } from './settings.ts';

type Limits = Pick<Settings['limits'], 'letters' | 'noAccountPerSource' | 'noAccountOverall'>;

/** What the operator says about the system's own letters, and how long what stands in them lives. */
export interface LetterSettings extends Pick<
  Settings,
  'loginLinkLifeMs' | 'loginCodeLifeMs' | 'confirmEmailLifeMs' | 'noAccountLetters'
> {
  limits: Limits;
}

export function readLetterSettings(text: Text, faults: string[]): LetterSettings {
  const { loginLinkLifeMs: lives, loginCodeLifeMs, confirmEmailLifeMs, limits } = defaultSettings;
  const span = (name: string, fallback: number, least: string, most: string) =>
    readSpan(text, name, { fallback, least, most }, faults);
  const { letters } = limits;
  const count = (name: string, fallback: number) => readCount(text, name, fallback, faults);
  return {
    loginLinkLifeMs: {
      ...lives,
      helper: span('LINK_LIFE_HELPER', lives.helper, '10m', '1d'),
      message: span('LINK_LIFE_MESSAGE', lives.message, '1h', '30d'),
      invite: span('LINK_LIFE_INVITE', lives.invite, '1d', '90d'),
    },
    loginCodeLifeMs: span('CODE_LIFE', loginCodeLifeMs, '5m', '30m'),
    confirmEmailLifeMs: span('LINK_LIFE_CONFIRM', confirmEmailLifeMs, '1h', '7d'),
    noAccountLetters: text('NO_ACCOUNT_LETTERS', '1') !== '0',
    limits: {
      letters: {
        ...letters,
        points: count('LETTERS_AT_ONCE', letters.points),
        // Nobody waits longer than an hour for a way in.
        seconds: span('LETTERS_EVERY', letters.seconds * SECOND_MS, '5m', '1h') / SECOND_MS,
      },
      noAccountPerSource: {
        ...limits.noAccountPerSource,
        points: count('NO_ACCOUNT_PER_SOURCE', limits.noAccountPerSource.points),
      },
      noAccountOverall: {
        ...limits.noAccountOverall,
        points: count('NO_ACCOUNT_OVERALL', limits.noAccountOverall.points),
      },
    },
  };
}

function readCount(text: Text, name: string, fallback: number, faults: string[]): number {
  const typed = text(name, String(fallback));
  if (/^[1-9]\d{0,5}$/.test(typed)) return Number(typed);
  faults.push(`${name} is "${typed}". Give a whole number from 1 to 999999.`);
  return fallback;
}
