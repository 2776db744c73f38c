/*
 * Addresses of this house that open something. One that a client passed on must go no further: the server stores the
 * tag in its place, and so does the app before anything is kept in the browser.
 */

function pattern(host: string): RegExp {
  const site = host.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  // A token has 22 characters; whatever else is stuck to its end goes with it.
  return new RegExp(
    `(?:https?://)?${site}/+(?:login/link|welcome|account/email|stop)/?(?:\\?[^\\s#]{0,200})?(?:#|%23)[\\w-]{22,}`,
    'gi',
  );
}

export function findOwnAddresses(text: string, host: string): { start: number; end: number }[] {
  return [...text.matchAll(pattern(host))].map(({ index, 0: all }) => ({
    start: index,
    end: index + all.length,
  }));
}

export function hideOwnAddresses(text: string, host: string): string {
  return text.replace(pattern(host), '[loginLink]');
}
