import type { ClientResultFieldsFragment } from '@latchstring/operations';
import { fieldErrors } from '../../../graphql/field-errors';
import { tooOftenText } from '../../../messages/too-often';

export type Problem = { fields: Partial<Record<string, string>>; general?: string };

/** What stands in the way of a change, in words, at the field that can mend it. Undefined when it was made. */
export function clientProblem(result: ClientResultFieldsFragment): Problem | undefined {
  switch (result.__typename) {
    case 'ClientSaved':
      return undefined;
    case 'DuplicateEmail':
      return { fields: { email: result.message } };
    case 'InvalidInput': {
      const fields = fieldErrors(result.fields);
      return Object.keys(fields).length > 0 ? { fields } : { fields, general: result.message };
    }
    case 'TooManyAttempts':
      return { fields: {}, general: tooOftenText(result) };
  }
}
