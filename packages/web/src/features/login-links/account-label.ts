import type { MeFieldsFragment } from '@latchstring/operations';
import { loginLinkTexts } from '../../messages/login-links';

/** "Maria K. at Northwind Coaching": the same shape that the server gives the account behind a link. */
export function accountLabel(me: Pick<MeFieldsFragment, 'firstName' | 'lastName' | 'practice'>): string {
  const [initial] = me.lastName;
  const name = [me.firstName, initial && `${initial}.`].filter(Boolean).join(' ');
  return loginLinkTexts.label(name, me.practice.name);
}
