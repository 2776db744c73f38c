import { say } from '../../platform/language/say.ts';
import { nameInLetter, practiceInLetter } from './names/index.ts';

interface Labelled {
  firstName: string;
  lastName: string;
  practice: { name: string };
}

/** How an account is named to whoever holds its link: first name, initial, practice. No username, no address. */
export function accountLabel(account: Labelled, siteName: string): string {
  return say().accounts.nameAtPractice({
    shortName: shortName(account),
    practice: practiceInLetter(account.practice, siteName),
  });
}

function shortName({ firstName, lastName }: Labelled): string {
  const first = nameInLetter(firstName);
  const last = nameInLetter(lastName);
  const initial = [...last][0];
  if (first && initial) return `${first} ${initial}.`;
  return first || last || say().accounts.client;
}
