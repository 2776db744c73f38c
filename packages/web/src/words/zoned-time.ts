import { pageLocale } from './locale';

/** What clocks of this zone show at an instant, as an input holds it: 2027-03-28T03:30. */
function localTimeAt(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** "Sunday 28 March 2027 at 03:30 CEST, Europe/Madrid" */
export function zonedTime(instant: string, timeZone: string): string {
  const date = new Intl.DateTimeFormat(pageLocale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(Date.parse(instant));
  // The dash of an offset is no place to break a line.
  return `${date.replace('GMT-', 'GMT\u2011')}, ${timeZone.replaceAll('_', ' ')}`;
}

/** Whether clocks there and here show the same at this instant. */
export function isOwnClock(instant: string, timeZone: string): boolean {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return localTimeAt(Date.parse(instant), timeZone) === localTimeAt(Date.parse(instant), here);
}
