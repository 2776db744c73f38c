import { emailKey } from '../accounts/index.ts';
import type { Mechanisms } from '../../request-context.ts';

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
