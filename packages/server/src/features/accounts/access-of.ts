import type { Account } from './account.entity.ts';

type AccessFacts = Pick<Account, 'status' | 'mayLogInWhileInactive'>;

/** The one rule of who gets in, asked at every login, every link, every code and every load of a session. */
export function mayLogIn(account: AccessFacts): false | 'FULL' | 'READ_ONLY' {
  if (account.status === 'ACTIVE') return 'FULL';
  return account.mayLogInWhileInactive ? 'READ_ONLY' : false;
}
