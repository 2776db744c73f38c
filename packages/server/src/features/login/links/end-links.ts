import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { raiseCredentialsVersion } from '../../accounts/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import { markEnded } from './link-store.ts';
import type { LoginLink } from './login-link.entity.ts';

interface Ending {
  by: NonNullable<LoginLink['endedBy']>;
  /** Only if that is the account's current version. */
  version?: number;
}

/**
 * Kills every login link and code of this account, for good: those made so far carry a version that is never current
 * again, and whoever opens one reads what ended it. False when something else moved the version first.
 */
export async function endLinks(
  { em, clock }: { em: SqlEntityManager; clock: Clock },
  accountId: string,
  { by, version }: Ending,
): Promise<boolean> {
  const isRaised = await raiseCredentialsVersion({ em }, accountId, version ?? null);
  if (isRaised) await markEnded({ em, clock }, accountId, by);
  return isRaised;
}
