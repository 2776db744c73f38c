import Bowser from 'bowser';

/** The device in words, from its User-Agent: Firefox on Windows. */
export function deviceWords(userAgent: string | undefined): string {
  if (!userAgent) return 'Unknown device';
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  const words = [browser.name, os.name].filter(Boolean).join(' on ');
  return (words || 'Unknown device').slice(0, 80);
}
