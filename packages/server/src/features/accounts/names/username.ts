import { looksLikeAnother } from './look-alikes.ts';
import { say } from '../../../platform/language/say.ts';
import { usernameLength } from '../../../settings/settings.ts';

// Characters that no reader sees: format controls, joiners, variation selectors, soft hyphens.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
// Control characters, private use, unassigned, lone surrogates, line and paragraph separators.
const UNUSABLE = /[\p{C}\p{Zl}\p{Zp}]/u;

// What the column holds.
const KEY_MAX = 256;

/** The name as it is kept and shown: as typed, without what nobody sees. */
export function displayUsername(typed: string): string {
  return typed.replace(INVISIBLE, '').trim().normalize('NFC');
}

/**
 * Whose name it is: trimmed, invisible characters dropped, NFKC, case folded. Every look-up and the unique index use
 * this one function. Folding by way of upper case also unites ß with SS, as full case folding does.
 */
export function usernameKey(typed: string): string {
  let key = typed;
  // Compatibility forms can unfold into letters that fold again: repeat until nothing changes (two rounds at most).
  for (let round = 0; round < 4; round += 1) {
    const next = key
      .normalize('NFKC')
      .replace(INVISIBLE, '')
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKC')
      .trim();
    if (next === key) break;
    key = next;
  }
  return key;
}

/** What is wrong with a new username, in words; null when it may be used. */
export function usernameFault(typed: string): string | null {
  const name = displayUsername(typed);
  const length = [...name].length;
  if (length < usernameLength.min) return say().accounts.useAtLeastCharacters({ min: usernameLength.min });
  if (length > usernameLength.max) return say().accounts.useAtMostCharacters({ max: usernameLength.max });
  // Letters that unfold into many, or into none, would not fit the index or would stand for an empty name.
  const keyLength = [...usernameKey(typed)].length;
  if (keyLength < usernameLength.min || keyLength > KEY_MAX)
    return say().accounts.useOrdinaryLettersAndDigits;
  if (UNUSABLE.test(name)) return say().accounts.useLettersDigitsDotsDashes;
  // Refused by itself and not by whose name it resembles, so that nobody learns who is there.
  if (looksLikeAnother(name)) return say().accounts.keepToOneAlphabetSomeOfThese;
  return null;
}
