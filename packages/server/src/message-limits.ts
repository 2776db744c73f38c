import { defaultSettings, type Settings } from './settings.ts';

type Text = (name: string, fallback?: string) => string;
export type MessageLimits = Pick<
  Settings['limits'],
  'messagesPerCoach' | 'recipientsPerCoach' | 'mailsPerReader'
>;

const NAMES: Record<keyof MessageLimits, string> = {
  messagesPerCoach: 'SENDS_PER_HOUR',
  recipientsPerCoach: 'RECIPIENTS_PER_HOUR',
  mailsPerReader: 'MAILS_PER_READER_AND_HOUR',
};
const MOST = 1_000_000;

/** How much mail one coach may cause in an hour. */
export function readMessageLimits(text: Text, faults: string[]): MessageLimits {
  const { messagesPerCoach, recipientsPerCoach, mailsPerReader } = defaultSettings.limits;
  const limits = { messagesPerCoach, recipientsPerCoach, mailsPerReader };
  for (const name of Object.keys(NAMES) as (keyof MessageLimits)[]) {
    const typed = text(NAMES[name]);
    if (!typed) continue;
    const points = /^\d{1,7}$/.test(typed) ? Number(typed) : 0;
    if (points >= 1 && points <= MOST) limits[name] = { ...limits[name], points };
    else faults.push(`${NAMES[name]} is "${typed}". Give a whole number from 1 to ${MOST}.`);
  }
  return limits;
}
