import { estimateStrength } from './estimate-strength.ts';
import { say, translateStored } from '../language/say.ts';
import { withoutOwnNames } from './without-own-names.ts';

/** Code points, each counted once. */
export interface PasswordLength {
  min: number;
  max: number;
}

// Of zxcvbn's 0 to 4. 3 stands for at least 10^8 guesses, which online limits turn into centuries.
const LEAST_SCORE = 3;
// Own names in some order are worth 10^2 at the most: the rest has to bring 10^6 by itself.
const LEAST_SCORE_BESIDE_NAMES = 2;
// Estimating takes time that grows with length; beyond 64 characters there is nothing left to find.
const LOOKED_AT = 64;

const TOO_SOON = () => say().platform.thisPasswordWouldBeGuessedTooSoon;
const OWN_NAMES = () => say().platform.besidesYourOwnNamesOrThose;

/**
 * Why this password can't be set, in words; empty when it can. No rules of composition (NIST SP 800-63B-4 3.1.1.2):
 * length, and an estimate of strength over common passwords, patterns and what is known of this person. Own names
 * count for little: what is left without them is estimated once more.
 */
export async function passwordFaults(
  password: string,
  length: PasswordLength,
  personal: string[],
): Promise<string[]> {
  const points = [...password.normalize('NFC')].length;
  if (points < length.min)
    return [say().platform.useAtLeastCharactersFourUnrelatedWords({ min: length.min })];
  if (points > length.max) return [say().accounts.useAtMostCharacters({ max: length.max })];
  const words = personal
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{M}\p{N}]+/u)])
    .filter((w) => w.length > 2);
  const { score, reasons } = await estimateStrength(firstOf(password), words);
  if (score < LEAST_SCORE) return [TOO_SOON(), ...reasons.map(translateStored)];
  const rest = withoutOwnNames(password, words);
  if (rest === null) return [];
  const left = await estimateStrength(firstOf(rest), words);
  return left.score < LEAST_SCORE_BESIDE_NAMES ? [TOO_SOON(), OWN_NAMES()] : [];
}

function firstOf(text: string): string {
  return [...text].slice(0, LOOKED_AT).join('');
}
