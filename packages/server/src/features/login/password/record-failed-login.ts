import { noteWrongPasswords, recordAccessEvent } from '../../accounts/index.ts';
import type { Queue } from '../../../platform/jobs/jobs.ts';
import type { Mechanisms, RequestContext } from '../../../request-context.ts';

/** Never what was typed: a wrong username is now and then a password. */
interface FailedLogin {
  /** Null where there was no such account. */
  accountId: string | null;
  /** ISO 8601. */
  at: string;
  device: string;
  browserHash: string | null;
}

export const failedLoginQueue: Queue<FailedLogin> = { name: 'failed-login' };

/** Told to the diary by the worker, so that a try at a real account writes nothing here that another does not. */
export async function reportFailedLogin(
  { em, clock, jobs, device, browserHash }: RequestContext,
  accountId: string | null,
): Promise<void> {
  const at = clock.now().toISOString();
  await jobs.enqueue(em, failedLoginQueue, { accountId, at, device, browserHash });
}

/** The job behind the queue: writes a failed login into the diary of the account it was for, if there is one. */
export async function recordFailedLogin({ em, clock }: Mechanisms, job: FailedLogin): Promise<void> {
  const { accountId, device, browserHash } = job;
  if (accountId === null) return;
  const there = await em.execute<unknown[]>('select 1 from account where id = ?', [accountId]);
  if (there.length === 0) return;
  const event = { accountId, kind: 'LOGIN_FAILED', actor: 'SYSTEM', device, browserHash } as const;
  await em.transactional(async (inside) => {
    await recordAccessEvent(inside, clock, { ...event, at: new Date(job.at) });
    await noteWrongPasswords({ em: inside }, [accountId]);
  });
}
