import type { RateLimits } from '../../platform/rate-limits/rate-limits.ts';

/** Letters that somebody who knows only a name or an address can cause; one kind never uses up another's quota. */
type LetterKind = 'USERNAMES' | 'LOGIN_LINK' | 'RENEWAL' | 'CONFIRM_EMAIL';

interface Asked {
  kind: LetterKind;
  /** The account; for usernames the address, whose accounts share one letter. */
  about: string;
  /** Where the asking browser is known to the account: its own quota, which no stranger can touch. */
  knownBrowser?: string | null;
}

/**
 * Null: one more letter may go; otherwise from when. These limits never show: the page's words stay, so that nobody learns
 * who exists, and nobody's mailbox is flooded.
 */
export function takeLetterQuota(
  { limits }: { limits: RateLimits<'letters'> },
  { kind, about, knownBrowser }: Asked,
): Promise<Date | null> {
  return limits.take('letters', [kind, about, ...(knownBrowser ? [knownBrowser] : [])].join('\n'));
}
