import { pageLocale } from './locale';

/**
 * "14:32 CET" today, "Fri 27 Nov, 09:00 CET" on another day, with its year where that is another one: in the reader's own
 * zone, and naming it.
 */
export function clockTime(instant: string, now: Date = new Date()): string {
  const date = new Date(instant);
  const today = date.toDateString() === now.toDateString();
  const day: Intl.DateTimeFormatOptions = today ? {} : { weekday: 'short', day: 'numeric', month: 'short' };
  if (date.getFullYear() !== now.getFullYear()) day.year = 'numeric';
  const options: Intl.DateTimeFormatOptions = {
    ...day,
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  };
  return new Intl.DateTimeFormat(pageLocale, options).format(date);
}

/** "25 Nov 2026, 14:32 CET": for what may be long ago. */
export function fullTime(instant: string): string {
  const options: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  };
  return new Intl.DateTimeFormat(pageLocale, options).format(new Date(instant));
}

/** Rounded up to the minute, so that trying again at the time printed is never too early. */
export function retryTime(retryAt: string): string {
  const minute = 60_000;
  return clockTime(new Date(Math.ceil(Date.parse(retryAt) / minute) * minute).toISOString());
}

/** "25 November 2026", in the reader's own zone. */
export function calendarDay(instant: string): string {
  return new Intl.DateTimeFormat(pageLocale, { dateStyle: 'long' }).format(new Date(instant));
}

/** "12 Nov", with its year where that is another one: for a column of dates. */
export function shortDay(instant: string, now: Date = new Date()): string {
  const date = new Date(instant);
  const year = date.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(pageLocale, { day: 'numeric', month: 'short', ...year }).format(date);
}

/** "in 2 days", "in 3 hours": in the largest unit that fits. What has passed by a moment is "now". */
export function timeUntil(instant: string, now: Date = new Date()): string {
  const seconds = Math.max(0, Math.round((Date.parse(instant) - now.getTime()) / 1_000));
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  const [unit, length] = units.find(([, atLeast]) => seconds >= atLeast) ?? (['second', 1] as const);
  const words = new Intl.RelativeTimeFormat(pageLocale, { numeric: seconds === 0 ? 'auto' : 'always' });
  return words.format(Math.round(seconds / length), unit);
}

/** What the clocks of a zone show now: 19:41. */
export function timeIn(timeZone: string): string {
  return new Intl.DateTimeFormat(pageLocale, { hour: 'numeric', minute: '2-digit', timeZone }).format(
    new Date(),
  );
}

/** So many days from now, as the API writes instants. */
export function instantInDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

/** This moment, as the API writes instants. */
export function nowInstant(): string {
  return new Date().toISOString();
}
