import { takeLetterQuota } from '../../letters/index.ts';
import type { BrowserStanding } from '../sessions/index.ts';
import { postponeJobUnlessWaiting } from '../../../platform/jobs/waiting-jobs.ts';
import type { LetterOwner } from '../../../platform/mail/letter.ts';
import type { Mailer } from '../../../platform/mail/mail.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { helpLetterQueue, type LinkLetter, type UsernamesLetter } from './queues.ts';

export type LetterContext = Mechanisms & { post: Mailer };

/**
 * Whether this letter may go now. One too many goes as soon as one may, within the hour: whoever asked for it was perhaps
 * the owner. Those that come until then are the same letter.
 */
export async function takeQuotaOrPostpone(
  worker: LetterContext,
  letter: UsernamesLetter | LinkLetter,
  { about, standing }: { about: string; standing: BrowserStanding },
): Promise<boolean> {
  const { kind, browserHash } = letter;
  const knownBrowser = standing === 'NEW' ? null : browserHash;
  const dueAt = await takeLetterQuota(worker, { kind, about, knownBrowser });
  if (!dueAt) return true;
  const key = [helpLetterQueue.name, kind, about, knownBrowser ?? ''].join('\n');
  await postponeJobUnlessWaiting(worker, helpLetterQueue, { key, dueAt, data: letter });
  return false;
}

/** For whom a letter goes, and whether its owner is known to have asked for it. */
export function ownerOf(accountId: string, standing: BrowserStanding): LetterOwner {
  return { accountId, askedBy: standing === 'OWN' ? 'OWNER' : 'ANYONE' };
}
