import { endApiTokens } from './tokens/index.ts';
import { endSessions, forgetBrowsers } from './sessions/index.ts';
import { endCodes, endLinks } from './links/index.ts';
import { endPasskeys } from './passkeys/index.ts';
import { endSecondSteps } from './second-step/index.ts';
import type { Mechanisms } from '../../request-context.ts';

/**
 * Ends everything that opens an account, but its username and password, in the running transaction: when its address
 * moves before anybody has come in, and when it starts over. Whatever else comes to open an account has its line here.
 */
export async function endEveryWayIn(
  { em, clock }: Pick<Mechanisms, 'em' | 'clock'>,
  accountId: string,
): Promise<void> {
  // Invites, login links.
  await endLinks({ em, clock }, accountId, { by: 'STARTED_OVER' });
  await endCodes({ em }, accountId);
  await endPasskeys(em, accountId);
  await endSecondSteps(em, accountId);
  await endApiTokens({ em, clock }, { accountId, actor: 'SYSTEM' });
  await endSessions({ em }, accountId, 'ALL');
  // Its browsers get through when wrong passwords have closed the name.
  await forgetBrowsers({ em }, accountId);
}
