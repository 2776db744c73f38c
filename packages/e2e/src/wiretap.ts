/** Everything a profile sends and gets, for searching it for what must not be there. */
import type { BrowserContext } from 'playwright-core';

export interface Wiretap {
  /** Addresses asked for, fragments included where a browser would send them. */
  urls: string[];
  /** Answers of the server, but for the mailbox, which shows the letters. */
  bodies: string[];
}

export function listen(profile: BrowserContext): Wiretap {
  const tap: Wiretap = { urls: [], bodies: [] };
  profile.on('request', (request) => {
    // A page's own fragment stands in Playwright's record, not in what is sent.
    tap.urls.push(request.url().split('#')[0] ?? '');
    for (const value of Object.values(request.headers())) tap.urls.push(value);
  });
  profile.on('response', (response) => {
    if (response.url().includes('/dev/mailbox')) return;
    void response.text().then(
      (text) => tap.bodies.push(text),
      () => undefined,
    );
  });
  return tap;
}
