import { Account, recordAccessEvent } from '../accounts/index.ts';
import type { Queue } from '../../platform/jobs/jobs.ts';
import type { Mechanisms } from '../../request-context.ts';

interface FailedLogin {
  usernameKey: string;
  /** ISO 8601. */
  at: string;
  device: string;
  browserHash: string | null;
}

export const failedLoginQueue: Queue<FailedLogin> = { name: 'failed-login' };

/** The job behind the queue: writes a failed login into the diary of the account it was for, if there is one. */
export async function recordFailedLogin({ em, clock }: Mechanisms, job: FailedLogin): Promise<void> {
  const account = await em.findOne(Account, { usernameKey: job.usernameKey });
  if (!account) return;
  const { device, browserHash } = job;
  const event = {
    accountId: account.id,
    kind: 'LOGIN_FAILED',
    actor: 'SYSTEM',
    device,
    browserHash,
  } as const;
  await recordAccessEvent(em, clock, { ...event, at: new Date(job.at) });
}
