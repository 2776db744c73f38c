import { Account } from '../accounts/index.ts';
import { mailInvite } from '../login-links/index.ts';
import type { Queue } from '../../platform/jobs/jobs.ts';
import type { Post } from '../../platform/mail/mail.ts';
import type { Mechanisms } from '../../request-context.ts';

export const inviteQueue: Queue<{ accountId: string }> = { name: 'invite' };

/** The job behind the queue: nothing, if the client has come in or been deactivated in the meantime. */
export async function sendInvite(
  context: Mechanisms & { post: Post },
  { accountId }: { accountId: string },
): Promise<void> {
  const waiting = { id: accountId, registeredAt: null, status: 'ACTIVE' } as const;
  const account = await context.em.findOne(Account, waiting, { populate: ['practice', 'coach'] });
  if (account) await mailInvite(context, account, 'COACH');
}
