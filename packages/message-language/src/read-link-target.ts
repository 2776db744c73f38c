import { findForeignTags } from './foreign-tags.ts';
import { findTags } from './find-tags.ts';
import { findTokenLinks, type OwnHosts } from './token-links.ts';
import { LOGIN_LINK, type MessageFault } from './message-document.ts';

const ALLOWED = /^(?:https?:\/\/|mailto:)[^\s]/i;
// Browsers drop these from an address before they read it.
const DROPPED = /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}]/gu;

/** What a link's address stands for: itself, the login link, or nothing. */
export function readLinkTarget(typed: string, ownHosts: OwnHosts, faults: MessageFault[]): string | null {
  const href = typed.replace(DROPPED, '').trim();
  const [own] = findTokenLinks(href, ownHosts);
  if (own) {
    if (own.start === 0 && own.end === href.length) return LOGIN_LINK;
    // Within another address, such as a mail filter's: its host would read the login link.
    faults.push({ kind: 'TAG_NOT_ALLOWED_HERE', tag: 'loginLink', inside: 'ADDRESS' });
    return null;
  }
  const decoded = href.replace(/%(20|5B|5D|7C|C2%A0)/gi, decodeURIComponent);
  for (const tag of findForeignTags(decoded.replace(/%(7B|7D)/gi, decodeURIComponent)))
    faults.push({ kind: 'FOREIGN_TAG', ...tag });
  const tags = findTags(decoded).filter((tag) => tag.kind === 'known');
  const [first] = tags;
  if (!first) return ALLOWED.test(href) && URL.canParse(href) ? href : null;
  const around = `${decoded.slice(0, first.start)}…${decoded.slice(first.end)}`;
  if (first.tag === 'loginLink' && /^(?:https?:\/\/)?…\/?$/i.test(around)) return LOGIN_LINK;
  for (const { tag } of tags) faults.push({ kind: 'TAG_NOT_ALLOWED_HERE', tag, inside: 'ADDRESS' });
  return null;
}
