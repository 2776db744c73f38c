import { FieldError, InvalidInput } from '../../platform/graphql/user-errors.types.ts';
import { checkText } from '../../platform/graphql/text-input.ts';
import { say } from '../../platform/language/say.ts';

const TOKEN_LENGTH = 22;
const MAX_TYPED = 2_048;

/**
 * The token as somebody hands it over: bare, as a whole link, or with a full stop stuck to its end. Whatever no token
 * can hold is cut off.
 */
export function readToken(typed: string, what = say`login link`): string | InvalidInput {
  const invalid = checkText({ field: 'token', text: typed, max: MAX_TYPED });
  if (invalid) return invalid;
  const afterHash = typed.includes('#') ? typed.slice(typed.indexOf('#') + 1) : typed;
  const token = /^[\w-]*/.exec(afterHash.trim())?.[0] ?? '';
  if (token.length === TOKEN_LENGTH) return token;
  return new InvalidInput([
    new FieldError('token', say`This ${what} is incomplete. Copy all of it from the mail.`),
  ]);
}
