import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../../platform/clock.ts';
import { markEnded } from './link-store.ts';
import type { LoginLink } from './login-link.entity.ts';

const BUMP = 'update account set credentials_version = credentials_version + 1 where id = ? returning id';
const BUMP_IF = `
  update account set credentials_version = credentials_version + 1 where id = ? and credentials_version = ? returning id`;

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
  const rows =
    version === undefined
      ? await em.execute<unknown[]>(BUMP, [accountId])
      : await em.execute<unknown[]>(BUMP_IF, [accountId, version]);
  if (rows.length > 0) await markEnded({ em, clock }, accountId, by);
  return rows.length > 0;
}
