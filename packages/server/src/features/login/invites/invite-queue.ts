import { Account } from '../../accounts/index.ts';
import { readerKey } from '../../letters/index.ts';
import { mailInvite } from './mail-invite.ts';
import type { Queue } from '../../../platform/jobs/jobs.ts';
import type { Mailer } from '../../../platform/mail/mail.ts';
import type { Mechanisms, RequestContext } from '../../../request-context.ts';
import { speakingTo } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

export const inviteQueue: Queue<{ accountId: string }> = { name: 'invite' };

/**
 * Counts invites of this coach, one for each of these addresses, which may be a stranger's: all of them or none. Null: go
 * on, otherwise when to try again.
 */
export async function countInvites(
  { limits }: Pick<RequestContext, 'limits'>,
  { account }: Viewer,
  emailKeys: string[],
): Promise<Date | null> {
  if (emailKeys.length === 0) return null;
  const perAddress = [...Map.groupBy(emailKeys, (key) => key)];
  const takes = [
    { limit: 'invitesPerCoach', key: account.id, points: emailKeys.length } as const,
    ...perAddress.map(([key, { length: points }]) => {
      return { limit: 'mailsPerReader', key: readerKey(account.id, { emailKey: key }), points } as const;
    }),
  ];
  for (const [n, { limit, key, points }] of takes.entries()) {
    const retryAt = await limits.take(limit, key, points);
    if (!retryAt) continue;
    // A refused take counts as well.
    for (const taken of takes.slice(0, n + 1)) await limits.giveBack(taken.limit, taken.key, taken.points);
    return retryAt;
  }
  return null;
}

/** The job behind the queue: nothing, if the client has come in or been deactivated in the meantime. */
export async function sendInvite(
  context: Mechanisms & { post: Mailer },
  { accountId }: { accountId: string },
): Promise<void> {
  const waiting = { id: accountId, registeredAt: null, status: 'ACTIVE' } as const;
  const account = await context.em.findOne(Account, waiting, { populate: ['practice', 'coach'] });
  if (account) await speakingTo(account, () => mailInvite(context, account, 'COACH'));
}
