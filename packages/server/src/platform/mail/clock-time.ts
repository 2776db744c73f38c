import { dateWords } from '../language/date-words.ts';
import { say, speakingTo } from '../language/say.ts';

const HOW = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const;

/** A moment as its reader's clock shows it, zone named: Wednesday, 25 November 2026 at 14:35 (Europe/Madrid time). */
export function clockTime(at: Date, timeZone: string, locale: string): string {
  const words = dateWords(at, { locale, timeZone }, HOW);
  return speakingTo({ locale }, () => say().platform.time({ words, timeZone }));
}
