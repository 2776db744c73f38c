import type { MeFieldsFragment } from '@latchstring/operations';

/** Where somebody who is logged in begins. */
export function homeOf({ role }: Pick<MeFieldsFragment, 'role'>): '/clients' | '/account' {
  return role === 'COACH' ? '/clients' : '/account';
}
