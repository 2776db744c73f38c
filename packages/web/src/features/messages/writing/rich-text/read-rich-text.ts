import { setStylesAside } from './inert-styles';

/** A message's HTML as it may be shown: nothing but these shapes. Strings are text. */
export type RichNode = string | { element: string; href?: string; children: RichNode[] };

const shownAs: Record<string, string> = {
  P: 'p',
  UL: 'ul',
  OL: 'ol',
  LI: 'li',
  BLOCKQUOTE: 'blockquote',
  STRONG: 'strong',
  B: 'strong',
  EM: 'em',
  I: 'em',
  U: 'u',
  S: 's',
  BR: 'br',
  // The headings of a message are none of the page that shows it.
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
};
const unread = /^(?:HEAD|TITLE|STYLE|SCRIPT)$/;
const tagsShown = /(\[loginLink\])/;

/** Reads it without running or fetching anything of it. */
export function readRichText(html: string): RichNode[] {
  return childrenOf(new DOMParser().parseFromString(setStylesAside(html), 'text/html').body);
}

function childrenOf(element: Element): RichNode[] {
  return [...element.childNodes].flatMap((node) => {
    if (node instanceof Text) return textNodes(node.data);
    return node instanceof Element ? nodesOf(node) : [];
  });
}

function nodesOf(element: Element): RichNode[] {
  if (unread.test(element.tagName)) return [];
  const children = childrenOf(element);
  if (element.hasAttribute('data-magic-tag')) return [{ element: 'tag', children: [element.textContent] }];
  const href = element.getAttribute('href') ?? '';
  if (element.tagName === 'A')
    return /^(?:https?:\/\/|mailto:)/i.test(href) ? [{ element: 'a', href, children }] : children;
  const shown = shownAs[element.tagName];
  return shown ? [{ element: shown, children }] : children;
}

/** The login link's place is to be seen, also where it stands as text. */
function textNodes(text: string): RichNode[] {
  return text
    .split(tagsShown)
    .filter((part) => part !== '')
    .map((part) => (tagsShown.test(part) ? { element: 'tag', children: [part] } : part));
}
