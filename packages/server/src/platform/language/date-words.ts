const formats = new Map<string, Intl.DateTimeFormat>();

/** More than all zones in all our languages. Spellings of a zone are without number, and whoever has an account types one. */
const MOST = 2_000;

type How = Pick<
  Intl.DateTimeFormatOptions,
  'dateStyle' | 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute'
>;

/** Says a moment in this language and zone. Formats are kept: to make one takes longer than all the rest of a mail. */
export function dateWords(
  at: Date,
  { locale, timeZone }: { locale: string; timeZone: string },
  how: How,
): string {
  const key = JSON.stringify([locale, timeZone, how]);
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, ...how });
  if (formats.size >= MOST) formats.clear();
  formats.set(key, format);
  return format.format(at);
}
