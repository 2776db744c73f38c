import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { later, type Clock } from '../../platform/clock.ts';
import type { Queue } from '../../platform/jobs/jobs.ts';
import { postponeJobUnlessWaiting } from '../../platform/jobs/waiting-jobs.ts';
import { MailRefused, type Mailer } from '../../platform/mail/mail.ts';
import { defaultSettings } from '../../settings/settings.ts';
import { Account, emailKey } from '../accounts/index.ts';

interface Complaint {
  email: string;
  /** The accounts at this address that had called our mail spam when it was lifted. */
  accountIds: string[];
}

export const restoreComplaintQueue: Queue<Complaint> = { name: 'restore-complaint', deletesWhenDone: true };

/** A complaint was lifted for one letter that anybody could ask for: it stands again once that is through. */
export async function restoreComplaintLater(
  { em, clock }: { em: SqlEntityManager; clock: Clock },
  email: string,
): Promise<void> {
  const key = emailKey(email);
  const complained = await em.find(
    Account,
    { emailKey: key, emailState: 'COMPLAINED' },
    { fields: ['id'], refresh: true },
  );
  await postponeJobUnlessWaiting({ em, clock }, restoreComplaintQueue, {
    key: [restoreComplaintQueue.name, key].join('\n'),
    dueAt: later(clock.now(), defaultSettings.mailing.complaintLiftedMs),
    data: { email, accountIds: complained.map(({ id }) => id) },
  });
}

/** The job behind it: nothing, if one of them has taken their complaint back in the meantime. */
export async function restoreComplaint(
  { em, post }: { em: SqlEntityManager; post: Mailer },
  { email, accountIds }: Complaint,
): Promise<void> {
  const isTakenBack = { emailState: { $ne: 'COMPLAINED' as const } };
  const own = { id: { $in: accountIds }, emailKey: emailKey(email) };
  if ((await em.count(Account, { ...own, ...isTakenBack })) > 0) return;
  try {
    await post.suppress(email, 'COMPLAINED');
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
  }
}
