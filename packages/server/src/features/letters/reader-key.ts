import type { Account } from '../accounts/index.ts';

type Reader = Pick<Account, 'emailKey'> & Partial<Pick<Account, 'id' | 'registeredAt'>>;

/**
 * Under what the mails of a coach to somebody are counted: the account, once its owner has come in; until then the
 * address, whoever it belongs to, and however many accounts of this coach have it.
 */
export function readerKey(coachId: string, { id, emailKey, registeredAt }: Reader): string {
  return registeredAt && id ? `${coachId}\n${id}` : `${coachId}\n${emailKey}`;
}
