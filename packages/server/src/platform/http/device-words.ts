import Bowser from 'bowser';

const BROWSERS: ReadonlySet<string> = new Set(Object.values(Bowser.BROWSER_MAP));
const SYSTEMS: ReadonlySet<string> = new Set(Object.values(Bowser.OS_MAP));

const known = (names: ReadonlySet<string>, name: string | undefined) =>
  name && names.has(name) ? name : null;

/** The device in words, from its User-Agent: Firefox on Windows. */
export function deviceWords(userAgent: string | undefined): string {
  if (!userAgent) return 'Unknown device';
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  // The parser falls back to the header's own text: only names that it knows are words of ours.
  const words = [known(BROWSERS, browser.name), known(SYSTEMS, os.name)].filter(Boolean).join(' on ');
  return words || 'Unknown device';
}
