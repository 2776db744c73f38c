import { say, speakingTo } from '../language/say.ts';

/** A moment as its reader's clock shows it, zone named: Wednesday, 25 November 2026 at 14:35 (Europe/Madrid time). */
export function clockTime(at: Date, timeZone: string, locale: string): string {
  const words = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
  return speakingTo({ locale }, () => say().platform.time({ words, timeZone }));
}
