// How Windows, Outlook and much else call them. Other names, such as "SA Pacific", are other zones.
const SPOKEN: [words: RegExp, zone: string][] = [
  [/^(eastern( standard| daylight)? time|e[sd]?t)$/, 'America/New_York'],
  [/^(central( standard| daylight)? time|c[sd]t)$/, 'America/Chicago'],
  [/^(mountain( standard| daylight)? time|m[sd]t)$/, 'America/Denver'],
  [/^(pacific( standard| daylight)? time|p[sd]?t)$/, 'America/Los_Angeles'],
  [/^(atlantic( standard| daylight)? time|a[sd]t)$/, 'America/Halifax'],
  [/^(arizona|us mountain standard time)$/, 'America/Phoenix'],
  [/^(alaska|alaskan standard time|ak[sd]t)$/, 'America/Anchorage'],
  [/^(hawaii|hawaiian standard time|hst)$/, 'Pacific/Honolulu'],
  [/^(central european( standard| summer)? time|romance standard time|ces?t)$/, 'Europe/Paris'],
  [/^w\. europe standard time$/, 'Europe/Berlin'],
  [/^(gmt|bst|gmt standard time|greenwich mean time|british( summer)? time)$/, 'Europe/London'],
  [/^(utc|coordinated universal time)$/, 'Etc/UTC'],
];

/** An IANA zone for what people and programs call one; null: none can be told, such as of a bare offset. */
export function zoneIn(text: string): string | null {
  const typed = text.trim();
  if (isZone(typed)) return typed;
  const words = typed
    .toLowerCase()
    .replace(/^\((utc|gmt)[^)]*\)\s*/, '')
    .replace(/\s*\(us( &| and|,)? canada\)$/, '');
  return cityZone(words) ?? SPOKEN.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** An area and a place: three letters such as EST know nothing of daylight saving. */
function isZone(text: string): boolean {
  if (!/^[a-z]+\/[a-z]/i.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** "New York", and the first that is known of "Amsterdam, Berlin, Bern". */
function cityZone(words: string): string | undefined {
  const cities = words.split(/[,;/]/).map((city) => city.trim().replaceAll(' ', '_'));
  const zones = Intl.supportedValuesOf('timeZone');
  return cities.map((city) => zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`))).find(Boolean);
}
