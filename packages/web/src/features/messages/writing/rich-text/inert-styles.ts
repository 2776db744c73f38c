/*
 * The content security policy blocks styles and handlers in attributes wherever HTML is parsed, also where nothing is
 * shown, and reports each. What an editor elsewhere made bold by a style would then be lost, or worse: Google Docs wraps everything
 * it copies in a <b> that a style takes back.
 */

const styleElement = /<style\b[^>]*>[^]*?<\/style>/gi;
const openingTag = /<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** Puts styles, and handlers for good, where the parser leaves them alone. */
export function setStylesAside(html: string): string {
  return html
    .replace(styleElement, '')
    .replace(openingTag, (tag) => tag.replace(/(\s)(style|on[a-z]+)(\s*=)/gi, '$1data-$2$3'));
}

/** Sets them again by the way that the policy allows. */
export function restoreStyles(root: Node): void {
  if (!(root instanceof Element || root instanceof DocumentFragment)) return;
  for (const element of root.querySelectorAll<HTMLElement>('[data-style]'))
    element.style.cssText = element.dataset['style'] ?? '';
}
