import type { MeFieldsFragment } from '@latchstring/operations';
import { accountLabelTexts } from '@latchstring/texts/app/account-label';

/** "Maria K. at Northwind Coaching": the same shape that the server gives the account behind a link. */
export function accountLabel(me: Pick<MeFieldsFragment, 'firstName' | 'lastName' | 'practice'>): string {
  const [initial] = me.lastName;
  const name = [me.firstName, initial && `${initial}.`].filter(Boolean).join(' ');
  return accountLabelTexts.label({ name, practice: me.practice.name });
}
