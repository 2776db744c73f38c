/** "14:32 CET" today, "Fri 27 Nov, 09:00 CET" on another day: in the reader's own zone, and naming it. */
export function clockTime(instant: string, now: Date = new Date()): string {
  const date = new Date(instant);
  const today = date.toDateString() === now.toDateString();
  const day: Intl.DateTimeFormatOptions = today ? {} : { weekday: 'short', day: 'numeric', month: 'short' };
  const options: Intl.DateTimeFormatOptions = {
    ...day,
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  };
  return new Intl.DateTimeFormat(undefined, options).format(date);
}

/** Rounded up to the minute, so that trying again at the time printed is never too early. */
export function retryTime(retryAt: string): string {
  const minute = 60_000;
  return clockTime(new Date(Math.ceil(Date.parse(retryAt) / minute) * minute).toISOString());
}

/** This moment, as the API writes instants. */
export function nowInstant(): string {
  return new Date().toISOString();
}
