/**
 * A time as a text is filled with it, and its form: Spanish has one article for one o'clock, another for the other hours,
 * and a third for a date. What `clockTime` gives may be any of them.
 */
export function timeWithForm(time: string): { time: string; timeForm: 'one' | 'hours' | 'date' } {
  if (!/^\d{1,2}:/.test(time)) return { time, timeForm: 'date' };
  return { time, timeForm: time.startsWith('1:') ? 'one' : 'hours' };
}
