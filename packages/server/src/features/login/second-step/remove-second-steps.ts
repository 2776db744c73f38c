import {
  Account,
  lockAccount,
  recordAccessEvent,
  securityLetterQueue,
  usernameKey,
} from '../../accounts/index.ts';
import { endPasskeys } from '../passkeys/index.ts';
import { endSecondSteps } from './end-second-steps.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { endSessions } from '../sessions/index.ts';

/**
 * For the person who runs this, when a coach has lost device, app and codes: what could pass a second step ends, and
 * every session with it, since a lost device may hold one. In the running transaction. Null: no such username.
 */
export async function removeSecondSteps(
  { em, clock, jobs }: Pick<Mechanisms, 'em' | 'clock' | 'jobs'>,
  { username }: { username: string },
): Promise<{ email: string } | null> {
  const account = await em.findOne(Account, { usernameKey: usernameKey(username) });
  if (!account) return null;
  const accountId = account.id;
  await lockAccount(em, accountId);
  const by = { accountId, actor: 'SYSTEM' } as const;
  if ((await endPasskeys(em, accountId)) > 0)
    await recordAccessEvent(em, clock, { ...by, kind: 'PASSKEY_REMOVED' });
  await endSecondSteps(em, accountId);
  await endSessions({ em }, accountId, 'ALL');
  await recordAccessEvent(em, clock, { ...by, kind: 'SECOND_STEP_REMOVED' });
  const at = clock.now().toISOString();
  const device = 'by the person who runs this service';
  await jobs.enqueue(em, securityLetterQueue, { kind: 'SECOND_STEP_REMOVED', accountId, at, device });
  return { email: account.email };
}
