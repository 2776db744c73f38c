import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../../../platform/clock.ts';
import { recordAccessEvent } from '../access-diary/index.ts';
import { Account } from '../account.entity.ts';
import { lockAccount } from '../lock-account.ts';
import { usernameKey } from '../names/index.ts';
import { Refusal } from './refusal.ts';

/** The coach of this username, the account locked. What opens a client's account is for that client alone. */
export async function findCoach({ em }: { em: SqlEntityManager }, username: string): Promise<Account> {
  const account = await em.findOne(Account, { usernameKey: usernameKey(username) });
  if (!account) throw new Refusal(`--username: nobody has the username ${username}.`);
  if (account.role !== 'COACH') throw new Refusal(`--username: ${username} is no coach.`);
  await lockAccount(em, account.id);
  return em.refreshOrFail(account);
}

/** Lets a coach in, or not; false where it is so already. What else that ends is ended by whoever calls. */
export async function setCoachStatus(
  { em, clock }: { em: SqlEntityManager; clock: Clock },
  { id, status: was }: Pick<Account, 'id' | 'status'>,
  status: Account['status'],
): Promise<boolean> {
  if (was === status) return false;
  await em.nativeUpdate(Account, { id }, { status });
  const kind = status === 'ACTIVE' ? 'REACTIVATED' : 'DEACTIVATED';
  await recordAccessEvent(em, clock, { accountId: id, kind, actor: 'SYSTEM' });
  return true;
}
