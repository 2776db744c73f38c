import { LOGIN_LINK, readLinkTarget, type MessageFault, type OwnHosts } from '@latchstring/message-language';

/** What a link may point to: itself, the login link, or nothing. */
export function linkTarget(href: string, ownHosts: OwnHosts): string | null {
  return readLinkTarget(href, ownHosts, []);
}

/** Why an address that somebody typed can't be a link's target; undefined when it can. */
export type LinkFault = 'missing' | 'tag-inside' | 'not-allowed';

/** What somebody typed as an address, made whole: `example.com` is `https://example.com`. */
export function readTypedTarget(
  typed: string,
  ownHosts: OwnHosts,
): { target: string } | { fault: LinkFault } {
  const trimmed = typed.trim();
  if (!trimmed) return { fault: 'missing' };
  const faults: MessageFault[] = [];
  const target =
    readLinkTarget(trimmed, ownHosts, faults) ?? readLinkTarget(withScheme(trimmed), ownHosts, faults);
  if (target === LOGIN_LINK) return { target };
  if (faults.length > 0) return { fault: 'tag-inside' };
  return target === null || /\s/.test(target) ? { fault: 'not-allowed' } : { target };
}

function withScheme(typed: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed)) return typed;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(typed)) return `mailto:${typed}`;
  return /^[^\s/]+\.[^\s/]{2,}/.test(typed) ? `https://${typed}` : typed;
}
