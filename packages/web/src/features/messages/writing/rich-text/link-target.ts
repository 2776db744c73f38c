import { findOwnAddresses } from './own-address';

/** A link's target that becomes the reader's login link. */
export const loginLinkTarget = '[loginLink]';

// Editors store a tag that was typed as an address like that.
const tagAlone = /^\s*(?:https?:\/\/)?(?:\[|%5B)\s*loginLink\s*(?:\]|%5D)\/?\s*$/i;
const allowed = /^(?:https?:\/\/|mailto:)\S+$/i;
const anyTag = /(?:\[|%5B)\s*[a-z]+\s*(?:\|[^\]]*)?(?:\]|%5D)/i;

/** What a link may point to: itself, the login link, or nothing. */
export function linkTarget(href: string, host: string): string | null {
  const trimmed = href.trim();
  const [own] = findOwnAddresses(trimmed, host);
  if (tagAlone.test(trimmed) || (own?.start === 0 && own.end === trimmed.length)) return loginLinkTarget;
  return allowed.test(trimmed) ? trimmed : null;
}

/** Why an address that somebody typed can't be a link's target; undefined when it can. */
export type LinkFault = 'missing' | 'tag-inside' | 'not-allowed';

/** What somebody typed as an address, made whole: `example.com` is `https://example.com`. */
export function readTypedTarget(typed: string, host: string): { target: string } | { fault: LinkFault } {
  const trimmed = typed.trim();
  if (!trimmed) return { fault: 'missing' };
  const whole = linkTarget(trimmed, host) ?? linkTarget(withScheme(trimmed), host);
  if (whole === loginLinkTarget) return { target: whole };
  if (anyTag.test(trimmed)) return { fault: 'tag-inside' };
  return whole !== null && URL.canParse(whole) ? { target: whole } : { fault: 'not-allowed' };
}

function withScheme(typed: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed)) return typed;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(typed)) return `mailto:${typed}`;
  return /^[^\s/]+\.[^\s/]{2,}/.test(typed) ? `https://${typed}` : typed;
}
