/** 16 random bytes in base64url. */
const tokenLength = 22;

const pageAndHash = /(?:login\/\s*link|welcome|account\/\s*email|stop)\/?[#*](.*)$/s;

/**
 * The token in whatever was opened or pasted: the whole link, wrapped over lines, packed into mail scanners' own addresses,
 * with punctuation stuck to its end, or the token alone. Undefined when it arrived incomplete.
 * schema/token-spellings.json lists what is read, here and on the server.
 */
export function readToken(typed: string): string | undefined {
  const text = decoded(typed);
  const afterHash = pageAndHash.exec(text)?.[1] ?? /#(.*)$/s.exec(text)?.[1];
  // A run may go on behind a token by what is stuck to it, where the hash tells its beginning.
  if (afterHash !== undefined) return joined(afterHash, /^[\w-]{22}/);
  return joined(text.replace(/^[^\w-]+/, ''), /^[\w-]{22}(?![\w-])/);
}

/** Without percent-encoding, however often it was encoded again. */
export function decoded(text: string): string {
  return text.replace(/%(?:25)*([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

/** The token at the beginning, also where it goes on in the next line, be it of a quote. */
function joined(text: string, whole: RegExp): string | undefined {
  const [token] = whole.exec(text) ?? [];
  if (token !== undefined) return token;
  const [, head = '', tail = ''] = /^([\w-]{1,21})\s[\s>|]*([\w-]{1,21})(?![\w-])/.exec(text) ?? [];
  return head.length + tail.length === tokenLength ? head + tail : undefined;
}
