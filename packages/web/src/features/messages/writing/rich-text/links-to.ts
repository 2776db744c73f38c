import type { Node } from '@tiptap/pm/model';

type LinkSpan = { from: number; to: number; text: string };

/** Each link of a text that leads there, whatever marks stand in it. */
export function linksTo(doc: Node, href: string): LinkSpan[] {
  const found: LinkSpan[] = [];
  doc.descendants((node, at) => {
    const isLinked = node.marks.some(({ type, attrs }) => type.name === 'link' && attrs['href'] === href);
    if (!node.isInline || !isLinked) return;
    const last = found.at(-1);
    const to = at + node.nodeSize;
    const text = node.text ?? '';
    if (last?.to === at) Object.assign(last, { to, text: last.text + text });
    else found.push({ from: at, to, text });
  });
  return found;
}
