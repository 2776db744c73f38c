import {
  Account,
  lockAccount,
  recordAccessEvent,
  securityLetterQueue,
  usernameKey,
} from '../../accounts/index.ts';
import { endPasskeys } from '../passkeys/index.ts';
import { endSecondSteps } from './end-second-steps.ts';
import { findUnreadableApps } from './unreadable-apps.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { endSessions } from '../sessions/index.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock' | 'jobs'>;

/**
 * For the person who runs this, when a coach has lost device, app and codes: what could pass a second step ends, and
 * every session with it, since a lost device may hold one. In the running transaction. False: no such username.
 */
export async function removeSecondSteps(tools: Tools, { username }: { username: string }): Promise<boolean> {
  const account = await tools.em.findOne(Account, { usernameKey: usernameKey(username) });
  if (account) await removeOf(tools, account.id);
  return account !== null;
}

/** The same for all whose app can not be read any more, when its key is lost: how many. */
export async function removeUnreadableSecondSteps(
  tools: Tools & Pick<Mechanisms, 'sealing'>,
): Promise<number> {
  const { unreadable } = await findUnreadableApps(tools);
  for (const { accountId } of unreadable) await removeOf(tools, accountId);
  return unreadable.length;
}

async function removeOf({ em, clock, jobs }: Tools, accountId: string): Promise<void> {
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
}
