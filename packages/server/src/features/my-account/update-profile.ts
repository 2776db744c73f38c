import {
  Account,
  foldedName,
  isTimeZone,
  lockAccount,
  nameFault,
  type MyAccountChanged,
} from '../accounts/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { checkText } from '../../platform/graphql/text-input.ts';
import type { InvalidInput } from '../../platform/graphql/user-errors.types.ts';
import { isLanguage, LANGUAGES } from '../../platform/language/languages.ts';
import type { RequestContext } from '../../request-context.ts';
import { reloadedAccount } from '../login/index.ts';
import type { ProfileInput } from './my-account.types.ts';
import { say } from '../../platform/language/say.ts';
import type { Viewer } from '../../viewer.ts';
import { nameLengths } from '../../settings/settings.ts';

/** Name, time zone and language. What is left out stays. */
export async function updateProfile(
  context: RequestContext,
  viewer: Viewer,
  input: ProfileInput,
): Promise<MyAccountChanged | InvalidInput> {
  const given = Object.entries(FAULTS).flatMap(([name, fault]) => {
    const text = input[name as keyof ProfileInput];
    return text == null
      ? []
      : [{ field: `input.${name}`, text, max: nameLengths.person, mayBeEmpty: true, fault }];
  });
  const invalid = checkText(...given);
  if (invalid) return invalid;
  const { firstName, lastName, timeZone, locale } = input;
  const change = {
    ...(firstName == null ? {} : { firstName: firstName.trim() }),
    ...(lastName == null ? {} : { lastName: lastName.trim() }),
    ...(timeZone == null ? {} : { timeZone }),
    ...(locale == null ? {} : { locale }),
  };
  if (Object.keys(change).length > 0) await writeProfile(context, viewer.account.id, change);
  return reloadedAccount(context);
}

/** Names are read again under the lock: the coach may be changing the other half of one. */
function writeProfile(
  context: RequestContext,
  id: string,
  change: Partial<Pick<Account, 'firstName' | 'lastName' | 'timeZone' | 'locale'>>,
): Promise<void> {
  return inTransaction(context, async ({ em }) => {
    await lockAccount(em, id);
    const { firstName, lastName } = await em.findOneOrFail(Account, { id }, { refresh: true });
    const folded = foldedName({ firstName, lastName, ...change });
    await em.nativeUpdate(Account, { id }, { ...change, foldedName: folded });
  });
}

const FAULTS: Record<keyof ProfileInput, (text: string) => string | null> = {
  firstName: nameFault,
  lastName: nameFault,
  timeZone: (text) => (isTimeZone(text) ? null : say().clients.chooseATimeZoneByItsName),
  locale: (text) =>
    isLanguage(text) ? null : say().myAccount.chooseOneOf({ languages: LANGUAGES.join(', ') }),
};
