import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../../platform/clock.ts';
import { newId } from '../../../platform/random-token.ts';
import { noteWaitingChanges } from '../standing/index.ts';
import { AccessChange } from './access-change.entity.ts';

interface NewChange extends Pick<AccessChange, 'kind' | 'askedBy' | 'oldEmail' | 'newEmail'> {
  accountId: string;
  askedByAccountId: string;
  expiresAt: Date | null;
  takesEffectAt: Date | null;
}

/** A change that waits from now on, in the running transaction, and of which nothing has been told yet. Returns its id. */
export async function insertAccessChange(
  { em, clock }: { em: SqlEntityManager; clock: Clock },
  { accountId, askedByAccountId, ...change }: NewChange,
): Promise<string> {
  const id = newId();
  await em.insert(AccessChange, {
    ...change,
    id,
    account: accountId,
    askedByAccount: askedByAccountId,
    createdAt: clock.now(),
    noticedAt: null,
    remindAt: null,
    remindedAt: null,
    endedAt: null,
    endedAs: null,
  });
  await noteWaitingChanges(em, accountId);
  return id;
}
