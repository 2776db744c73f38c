const UNITS = { day: 86_400, hour: 3_600, minute: 60 };

/** "3 days", "1 hour", "36 hours": in the largest unit that it is whole in; a single day as its hours. */
export function spanWords(seconds: number, locale: string): string {
  const isWhole = ([, length]: [string, number]) =>
    seconds % length === 0 && seconds > (length === UNITS.day ? length : 0);
  const [unit, length] = Object.entries(UNITS).find(isWhole) ?? ['second', 1];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / length);
}
