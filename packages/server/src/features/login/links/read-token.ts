import { FieldError, InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { say } from '../../../platform/language/say.ts';

const TOKEN_LENGTH = 22;
const MAX_TYPED = 2_048;

/**
 * The token as somebody hands it over: bare, as a whole link, wrapped by a mail scanner, broken over lines, with
 * punctuation stuck to its end. schema/token-spellings.json lists what is read, here and in the app.
 */
export function readToken(typed: string, what = say().loginLinks.loginLink): string | InvalidInput {
  const invalid = checkText({ field: 'token', text: typed, max: MAX_TYPED });
  if (invalid) return invalid;
  const token = tokenIn(typed);
  if (token !== null) return token;
  return new InvalidInput([new FieldError('token', say().loginLinks.thisIsIncompleteCopyAll({ what }))]);
}

const PAGE_AND_HASH = /(?:login\/\s*link|welcome|account\/\s*email|stop)\/?[#*](.*)$/s;

function tokenIn(typed: string): string | null {
  // Percent-encoding, however often it was encoded again.
  const text = typed.replace(/%(?:25)*([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  const afterHash = PAGE_AND_HASH.exec(text)?.[1] ?? /#(.*)$/s.exec(text)?.[1];
  // A run may go on behind a token by what is stuck to it, where the hash tells its beginning.
  if (afterHash !== undefined) return joined(afterHash, /^[\w-]{22}/);
  return joined(text.replace(/^[^\w-]+/, ''), /^[\w-]{22}(?![\w-])/);
}

/** The token at the beginning, also where it goes on in the next line, be it of a quote. */
function joined(text: string, whole: RegExp): string | null {
  const [token] = whole.exec(text) ?? [];
  if (token !== undefined) return token;
  const parts = /^([\w-]{1,21})\s[\s>|]*([\w-]{1,21})(?![\w-])/.exec(text);
  const broken = `${parts?.[1] ?? ''}${parts?.[2] ?? ''}`;
  return broken.length === TOKEN_LENGTH ? broken : null;
}
