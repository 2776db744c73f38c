import { say } from '../../platform/language/say.ts';
/** How an account is named to whoever holds its link: first name, initial, practice. No username, no address. */
export function accountLabel(account: { firstName: string; lastName: string }, practiceName: string): string {
  return say`${shortName(account)} at ${practiceName}`;
}

function shortName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  const initial = [...lastName.trim()][0];
  const first = firstName.trim();
  if (first && initial) return `${first} ${initial}.`;
  return first || lastName.trim() || say`Client`;
}
