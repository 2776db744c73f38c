import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { lockAccount } from '../../accounts/index.ts';
import { unauthenticated } from '../../../platform/graphql/access.ts';
import { isSessionThere } from './session-store.ts';
import type { Viewer } from '../../../viewer.ts';

/**
 * First in each transaction of an owner: a request that waited, for a password to be hashed or for its turn, must not do
 * what its session may no longer do. Ended meanwhile, it is answered as any request without one.
 */
export async function lockAccountOfSession(
  em: SqlEntityManager,
  { account, session }: Viewer,
): Promise<void> {
  const now = await lockAccount(em, account.id);
  const living = await isSessionThere({ em }, session.id);
  if (!now || now.access.entry === 'NO' || !living) throw unauthenticated();
}
