/** Spanish tells the time of day with one article and a date with another: what clockTime gives may be either. */
function article(time: string): string {
  if (!/^\d{1,2}:/.test(time)) return 'el ';
  return time.startsWith('1:') ? 'la ' : 'las ';
}

/** "hasta las 14:32 CET", "hasta el vie, 27 nov, 9:00 CET" */
export function until(time: string): string {
  return `hasta ${article(time)}${time}`;
}

/** "a las 14:32 CET", "el vie, 27 nov, 9:00 CET" */
export function at(time: string): string {
  const words = article(time);
  return `${words === 'el ' ? words : `a ${words}`}${time}`;
}
