import { passkeysTexts } from '@latchstring/texts/app/passkeys';

const { devices } = passkeysTexts;

const known: [RegExp, string][] = [
  [/iPhone/, devices.iphone],
  [/iPad/, devices.ipad],
  [/Android/, devices.android],
  [/Macintosh/, devices.mac],
  [/Windows/, devices.windows],
];

/** What a person would call what they hold: only a suggestion, to be typed over. */
export function deviceName(userAgent: string): string {
  return known.find(([sign]) => sign.test(userAgent))?.[1] ?? devices.other;
}
