import { emailKey } from './email-address.ts';

interface LetterLimits {
  take(limit: 'lettersPerHour' | 'lettersPerDay', key: string): Promise<Date | null>;
}

/**
 * Whether one more letter may go to this address. These limits never show: above them no letter goes and the page's
 * words stay, so that nobody learns who exists and nobody's mailbox is flooded.
 */
export async function mayMail({ limits }: { limits: LetterLimits }, address: string): Promise<boolean> {
  const key = emailKey(address);
  // What the hour refuses does not count for the day: else twenty requests would close the helper for a day.
  if (await limits.take('lettersPerHour', key)) return false;
  return !(await limits.take('lettersPerDay', key));
}
