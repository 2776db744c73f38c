import { say } from '../../../platform/language/say.ts';
// RFC 5321: 254 characters are the most that a mail server carries.
const MAX_LENGTH = 254;

/** For look-ups: trimmed, NFC, lower case, and no other folding, so that look-alike letters never match. */
export function emailKey(typed: string): string {
  return typed.trim().normalize('NFC').toLowerCase();
}

/** What is wrong with an address, in words; null when a letter may be sent to it. */
export function emailFault(typed: string): string | null {
  const address = typed.trim();
  if (address === '') return say().accounts.typeYourEmailAddress;
  // Some letters become two in lower case: the form for look-ups has to fit, too.
  if (Math.max(address.length, emailKey(address).length) > MAX_LENGTH)
    return say().accounts.anEmailAddressHasAtMostCharacters({ maxLength: MAX_LENGTH });
  const [local, domain, ...more] = address.split('@');
  const plausible =
    more.length === 0 &&
    !!local &&
    !!domain &&
    !/[\s\p{C},;:<>()[\]\\"]/u.test(address) &&
    domain.includes('.') &&
    domain.split('.').every((label) => label !== '' && !label.startsWith('-') && !label.endsWith('-'));
  return plausible ? null : say().accounts.thatDoesNotLookLikeAnEmail;
}
