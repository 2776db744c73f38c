import { Account, emailFault, emailKey, isTimeZone, nameFault } from '../../accounts/index.ts';
import { isLanguage, LANGUAGES } from '../../../platform/language/languages.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { FieldError, InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { Client, DuplicateEmail } from './client.types.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';
import { nameLengths } from '../../../settings/settings.ts';

interface Given {
  firstName?: string | null;
  lastName?: string | null;
  email?: string | null;
  timeZone?: string | null;
  locale?: string | null;
}

/** Names the field of every fault. */
export function checkClientInput(given: Given): InvalidInput | null {
  const rules = [
    { name: 'firstName', text: given.firstName, max: nameLengths.person, mayBeEmpty: true, fault: nameFault },
    { name: 'lastName', text: given.lastName, max: nameLengths.person, mayBeEmpty: true, fault: nameFault },
    { name: 'email', text: given.email, max: 320, mayBeEmpty: false, fault: emailFault },
    {
      name: 'timeZone',
      text: given.timeZone,
      max: nameLengths.timeZone,
      mayBeEmpty: false,
      fault: zoneFault,
    },
    {
      name: 'locale',
      text: given.locale,
      max: nameLengths.timeZone,
      mayBeEmpty: false,
      fault: languageFault,
    },
  ];
  return checkText(
    ...rules.flatMap(({ name, text, ...rule }) =>
      text == null ? [] : [{ field: `input.${name}`, text, ...rule }],
    ),
  );
}

function zoneFault(text: string): string | null {
  return isTimeZone(text) ? null : say().clients.chooseATimeZoneByItsName;
}

function languageFault(text: string): string | null {
  return isLanguage(text) ? null : say().myAccount.chooseOneOf({ languages: LANGUAGES.join(', ') });
}

/** The same words for a client of somebody else and for one that never was. */
export function noSuchClient(field = 'id'): InvalidInput {
  return new InvalidInput([new FieldError(field, say().clients.thereIsNoSuchClient)]);
}

/** Own clients with this address; another coach's are none of this coach's business. */
export async function findDuplicates(
  { em }: Pick<Mechanisms, 'em'>,
  viewer: Viewer,
  email: string,
  except?: string,
): Promise<DuplicateEmail | null> {
  const own = { coach: viewer.account.id, role: 'CLIENT', emailKey: emailKey(email) } as const;
  const found = await em.find(Account, except ? { ...own, id: { $ne: except } } : own);
  return found.length > 0
    ? new DuplicateEmail(found.map((a) => new Client(a, viewer.account.timeZone)))
    : null;
}
