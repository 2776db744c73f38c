import { emailKey } from '../accounts/index.ts';
import type { Mechanisms } from '../../request-context.ts';

/**
 * Whether one more letter may go to this address. These limits never show: above them no letter goes and the page's
 * words stay, so that nobody learns who exists and nobody's mailbox is flooded.
 */
export async function mayMail({ limits }: Pick<Mechanisms, 'limits'>, address: string): Promise<boolean> {
  const key = emailKey(address);
  // What the hour refuses does not count for the day: else twenty requests would close the helper for a day.
  if (await limits.take('lettersPerHour', key)) return false;
  return !(await limits.take('lettersPerDay', key));
}

/** Whether a stranger's address may be told that it has no account: rarely, since anyone can aim such a letter. */
export async function mayMailStranger(
  { limits, settings }: Pick<Mechanisms, 'limits' | 'settings'>,
  address: string,
  source: string,
): Promise<boolean> {
  if (!settings.noAccountLetters) return false;
  if (await limits.take('noAccountPerAddress', emailKey(address))) return false;
  if (await limits.take('noAccountPerSource', source)) return false;
  return !(await limits.take('noAccountOverall', 'everyone'));
}
