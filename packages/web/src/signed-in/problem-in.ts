import type {
  InvalidInputFieldsFragment,
  SecondStepNeededFieldsFragment,
  Severity,
  TooManyAttemptsFieldsFragment,
} from '@latchstring/operations';
import { fieldErrors } from '../graphql/field-errors';

/** Words by field, as `fieldErrors` names them. */
export type Fields = Partial<Record<string, string | undefined>>;

/** What stands in the way of what was sent, in words, at the field that can mend it. */
export type Problem = {
  fields: Fields;
  general?: string | undefined;
  /** The second step comes first; after it the same can be sent again. */
  needed?: SecondStepNeededFieldsFragment;
};

/** The answers that say why nothing was done, whatever was asked. */
export type Refused =
  | ({ __typename: 'InvalidInput' } & InvalidInputFieldsFragment)
  | ({ __typename: 'TooManyAttempts' } & TooManyAttemptsFieldsFragment)
  | ({ __typename: 'SecondStepNeeded' } & SecondStepNeededFieldsFragment)
  | { __typename: 'PasswordRejected'; message: string; reasons: readonly string[] }
  | { __typename: 'DuplicateEmail'; message: string }
  | { __typename: 'ReadOnlyAccess'; message: string }
  | {
      __typename: 'MessageRejected';
      message: string;
      problems: readonly { severity: Severity; message: string }[];
    };

/** What is said of too many of what was sent. */
export type TooManyWords = (result: TooManyAttemptsFieldsFragment) => string;

export function problemIn(result: Refused, tooMany: TooManyWords): Problem {
  switch (result.__typename) {
    case 'InvalidInput':
      return invalid(result);
    case 'TooManyAttempts':
      return { fields: {}, general: tooMany(result) };
    case 'SecondStepNeeded':
      return { fields: {}, needed: result };
    case 'PasswordRejected':
      return { fields: { newPassword: result.reasons.join('\n') || result.message } };
    case 'DuplicateEmail':
      return { fields: { email: result.message } };
    case 'MessageRejected': {
      const errors = result.problems.filter(({ severity }) => severity === 'ERROR');
      return { fields: {}, general: errors.map(({ message }) => message).join('\n') || result.message };
    }
    default:
      return { fields: {}, general: result.message };
  }
}

/** In one place, for what has no fields of its own. */
export function wordsOf({ general, fields }: Problem): string {
  return general ?? Object.values(fields).filter(Boolean).join('\n');
}

/** No field can mend an `id`: what was to be changed is gone. */
function invalid({ fields: faults, message }: InvalidInputFieldsFragment): Problem {
  const { id, ...fields } = fieldErrors(faults);
  return { fields, general: id ?? (faults.length > 0 ? undefined : message) };
}
