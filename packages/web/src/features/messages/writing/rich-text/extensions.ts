import type { Extensions } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import type { OwnHosts } from '@latchstring/message-language';
import StarterKit from '@tiptap/starter-kit';
import { linkTarget } from './link-target';
import { MagicTag } from './magic-tag';

/** Exactly what the server's list of allowed shapes holds: what the editor can't make, it can't lose. */
export function bodyExtensions(ownHosts: OwnHosts, openTag: () => boolean): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3] },
      code: false,
      codeBlock: false,
      horizontalRule: false,
      link: false,
      trailingNode: false,
    }),
    linkFor(ownHosts),
    MagicTag.configure({ openTag }),
  ];
}

function linkFor(ownHosts: OwnHosts): Extensions[number] {
  return Link.extend({
    addAttributes: () => ({
      href: {
        default: null,
        parseHTML: (element) => linkTarget(element.getAttribute('href') ?? '', ownHosts),
      },
    }),
  }).configure({
    openOnClick: false,
    HTMLAttributes: { target: null, rel: null, class: null },
    defaultProtocol: 'https',
    isAllowedUri: (href) => linkTarget(href, ownHosts) !== null,
    // A tag inside an address is no address yet.
    shouldAutoLink: (href) => /^(?:https?:\/\/|mailto:|www\.)/i.test(href) && !href.includes('['),
  });
}
