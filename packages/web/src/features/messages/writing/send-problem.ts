import type { SendResultFieldsFragment } from '@latchstring/operations';
import { tooOftenText } from '../../../words/too-often';

/** Also of an answer that says no more than that it was taken. */
type SendResult =
  Exclude<SendResultFieldsFragment, { __typename: 'MessageAccepted' }> | { __typename: 'MessageAccepted' };

/** What stands in the way, in words. Undefined when it was taken. */
export function sendProblem(result: SendResult): string | undefined {
  switch (result.__typename) {
    case 'MessageAccepted':
      return undefined;
    case 'MessageRejected': {
      const errors = result.problems.filter(({ severity }) => severity === 'ERROR');
      return errors.map(({ message }) => message).join('\n') || result.message;
    }
    case 'InvalidInput':
      return result.fields.map(({ message }) => message).join('\n') || result.message;
    case 'TooManyAttempts':
      return tooOftenText(result);
  }
}
