import { say } from '../../../platform/language/say.ts';

// RFC 5321, 4.5.3.1: the most that a mail server carries, of the whole and of what stands before the @, in bytes there.
const MAX_LENGTH = 254;
const MAX_LOCAL_BYTES = 64;
/** RFC 1035: a name between two dots of a domain. */
const MAX_LABEL = 63;

/** For look-ups: trimmed, NFC, lower case, and no other folding, so that look-alike letters never match. */
export function emailKey(typed: string): string {
  return typed.trim().normalize('NFC').toLowerCase();
}

/** What is wrong with an address, in words with the cure; null when a letter may be sent to it. */
export function emailFault(typed: string): string | null {
  const address = typed.trim();
  if (address === '') return say().accounts.typeYourEmailAddress;
  // Some letters become two in lower case: the form for look-ups has to fit, too.
  const key = emailKey(address);
  if (Math.max(address.length, key.length) > MAX_LENGTH)
    return say().accounts.anEmailAddressHasAtMostCharacters({ maxLength: MAX_LENGTH });
  const [local, domain, ...more] = address.split('@');
  if (!local || !domain) return say().accounts.thatDoesNotLookLikeAnEmail;
  if (more.length > 0 || isSurrounded(address)) return say().accounts.typeTheAddressAlone;
  if (Math.max(bytes(local), bytes(key.split('@')[0] ?? '')) > MAX_LOCAL_BYTES)
    return say().accounts.beforeTheAtStandAtMost({ maxLength: MAX_LOCAL_BYTES });
  if (/^\.|\.\.|\.$/.test(local)) return say().accounts.aDotStandsInTheWrongPlace;
  return isDomain(domain) && isDomain(key.slice(key.indexOf('@') + 1))
    ? null
    : say().accounts.thatDoesNotLookLikeAnEmail;
}

/** A name beside it, brackets around it, a mark behind it, or what nobody sees in it. */
function isSurrounded(address: string): boolean {
  return /[\s\p{C},;:<>()[\]\\"\uFF20\uFE6B]/u.test(address) || address.endsWith('.');
}

/** A name that the world's mail servers find: with a dot, not a number, in any script. */
function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => label.length <= MAX_LABEL && /^(?!-)[^\0-,/:-@[-`{-\x7f]+(?<!-)$/u.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
