import { Account, type Viewer } from '../accounts/index.ts';
import { mailInvite } from '../login-links/index.ts';
import type { Queue } from '../../platform/jobs/jobs.ts';
import type { Post } from '../../platform/mail/mail.ts';
import type { Mechanisms, RequestContext } from '../../request-context.ts';

export const inviteQueue: Queue<{ accountId: string }> = { name: 'invite' };

/** Counts an invite of this coach to this address; null: go on, otherwise when to try again. */
export async function countInvite(
  { limits }: Pick<RequestContext, 'limits'>,
  { account }: Viewer,
  emailKey: string,
): Promise<Date | null> {
  return (
    (await limits.take('invitesPerCoach', account.id)) ??
    (await limits.take('invitesPerAddress', `${account.id}\n${emailKey}`))
  );
}

/** The job behind the queue: nothing, if the client has come in or been deactivated in the meantime. */
export async function sendInvite(
  context: Mechanisms & { post: Post },
  { accountId }: { accountId: string },
): Promise<void> {
  const waiting = { id: accountId, registeredAt: null, status: 'ACTIVE' } as const;
  const account = await context.em.findOne(Account, waiting, { populate: ['practice', 'coach'] });
  if (account) await mailInvite(context, account, 'COACH');
}
