/*
 * What somebody typed and no server has yet, kept in this browser under the account it belongs to: a crash, a login that
 * ran out or another account in this browser loses nothing. Logging out wipes it. A browser that keeps nothing is no
 * reason to fail.
 */

/** Whose texts this page keeps no more: an answer that is still on its way could bring something to keep. */
const gone = new Set<string>();

const prefixOf = (accountId: string): string => `latchstring:kept:${accountId}:`;

export function keepText(accountId: string, name: string, text: string): void {
  if (gone.has(accountId)) return;
  try {
    localStorage.setItem(prefixOf(accountId) + name, text);
  } catch {
    // Full or forbidden: the draft on the server is what is left.
  }
}

export function keptTexts(accountId: string): { name: string; text: string }[] {
  const prefix = prefixOf(accountId);
  try {
    return Object.entries(localStorage as Record<string, string>)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, text]) => ({ name: key.slice(prefix.length), text }));
  } catch {
    return [];
  }
}

export function forgetText(accountId: string, name: string): void {
  try {
    localStorage.removeItem(prefixOf(accountId) + name);
  } catch {
    // Then nothing was kept either.
  }
}

/** Nor does this page keep any from now on. */
export function forgetAllTexts(accountId: string): void {
  gone.add(accountId);
  for (const { name } of keptTexts(accountId)) forgetText(accountId, name);
}
