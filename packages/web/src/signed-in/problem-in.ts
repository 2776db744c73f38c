import type { MyAccountResultFieldsFragment, SecondStepNeededFieldsFragment } from '@latchstring/operations';
import { myAccountTexts as texts } from '@latchstring/texts/app/my-account';
import { fieldErrors } from '../graphql/field-errors';
import { tooManyAttemptsText } from '../messages/failures';

export type Problem = {
  fields: Partial<Record<string, string>>;
  general?: string;
  /** The second step comes first; after it the change can be made again. */
  needed?: SecondStepNeededFieldsFragment;
};

/** What stands in the way of a change, in words, at the field that can mend it. Undefined when it was made. */
export function problemIn(result: MyAccountResultFieldsFragment): Problem | undefined {
  switch (result.__typename) {
    case 'MyAccountChanged':
      return undefined;
    case 'InvalidInput': {
      const fields = fieldErrors(result.fields);
      return Object.keys(fields).length > 0 ? { fields } : { fields, general: result.message };
    }
    case 'UsernameTaken':
      return { fields: { username: texts.usernameTaken } };
    case 'CurrentPasswordWrong':
      return { fields: { currentPassword: texts.currentWrong } };
    case 'PasswordRejected':
      return { fields: { newPassword: result.reasons.join('\n') || result.message } };
    case 'TooManyAttempts':
      return { fields: {}, general: tooManyAttemptsText(result.retryAt) };
    case 'SecondStepNeeded':
      return { fields: {}, needed: result };
    default:
      return { fields: {}, general: result.message };
  }
}
