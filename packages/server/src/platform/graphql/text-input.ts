import { FieldError, InvalidInput } from './user-errors.types.ts';
import { say } from '../language/say.ts';

// NUL, which no database keeps in text, and halves of surrogate pairs, which are no characters.
const BROKEN = /\0|\p{Cs}/u;

interface TextRule {
  field: string;
  text: string;
  /** Code points. */
  max: number;
  mayBeEmpty?: boolean;
  /** What is wrong in the field's own terms; null for nothing. */
  fault?: (text: string) => string | null;
}

/** Checks typed text before anything is counted, looked up or hashed: alike for what exists and what doesn't. */
export function checkText(...rules: TextRule[]): InvalidInput | null {
  const faults = rules.flatMap(({ field, text, max, mayBeEmpty, fault }) => {
    const message = generalFault(text, max, mayBeEmpty ?? false) ?? fault?.(text) ?? null;
    return message === null ? [] : [new FieldError(field, message)];
  });
  return faults.length > 0 ? new InvalidInput(faults) : null;
}

function generalFault(text: string, max: number, mayBeEmpty: boolean): string | null {
  if (!mayBeEmpty && text.trim() === '') return say().platform.fillThisIn;
  // A code point is at most two code units: the cheap tests first.
  if (text.length > 2 * max || (text.length > max && [...text].length > max))
    return say().accounts.useAtMostCharacters({ max });
  return brokenText(text);
}

/** For text whose length is judged elsewhere: characters that nothing can keep; null where all is well. */
export function brokenText(text: string): string | null {
  return BROKEN.test(text) ? say().platform.thisHoldsCharactersThatCan : null;
}
