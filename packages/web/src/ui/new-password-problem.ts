import { newPasswordTexts as texts } from '@latchstring/texts/app/new-password';
import { numbers } from '@latchstring/texts/numbers';

/** What the server would say about the length of a new password, before it is asked. */
export function newPasswordProblem(password: string): string | undefined {
  const length = [...password.normalize('NFC')].length;
  if (length === 0) return texts.missing;
  return length < numbers.passwordLeast ? texts.tooShort({ length }) : undefined;
}
