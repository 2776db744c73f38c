/** 16 random bytes in base64url. */
const tokenLength = 22;

/**
 * The token of a link from a mail, from the fragment of its address. Whatever no token can hold is cut off the end: mail
 * programs and people stick full stops, brackets and quotation marks to it. Undefined when it arrived incomplete.
 */
export function tokenFromFragment(fragment: string): string | undefined {
  const [kept = ''] = /^[A-Za-z0-9_-]*/.exec(fragment.replace(/^#/, '')) ?? [];
  return kept.length >= tokenLength ? kept.slice(0, tokenLength) : undefined;
}

/**
 * The token in whatever somebody pasted: the whole link, wrapped over lines or packed into a mail scanner's own
 * address, or the token alone.
 */
export function tokenFromPaste(pasted: string): string | undefined {
  const text = pasted.replace(/\s+/g, '');
  const fragment = afterLinkPath(text) ?? afterLinkPath(decoded(text));
  if (fragment !== undefined) return tokenFromFragment(fragment);
  return /^[A-Za-z0-9_-]{22}$/.test(text) ? text : undefined;
}

function afterLinkPath(text: string): string | undefined {
  return /\/(?:login\/link|welcome|account\/email|stop)#(.*)$/.exec(text)?.[1];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
