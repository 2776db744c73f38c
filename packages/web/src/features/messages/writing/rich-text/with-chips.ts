import { findTokenLinks, findTags, LOGIN_LINK, type OwnHosts } from '@latchstring/message-language';
import { Fragment, type Mark, type Schema, Slice } from '@tiptap/pm/model';
import type { TagAttributes } from './magic-tag';

export type ChipRules = { schema: Schema; ownHosts: OwnHosts };
type Span = TagAttributes & { start: number; end: number };

/** Makes chips of the tags that stand in it as text, and of addresses that open something. */
export function withChips(content: Fragment, rules: ChipRules): Fragment {
  if (content.firstChild?.isInline) return inlineWithChips(content, rules);
  const nodes = content.content.map((node) => node.copy(withChips(node.content, rules)));
  return Fragment.from(nodes);
}

export function sliceWithChips({ content, openStart, openEnd }: Slice, rules: ChipRules): Slice {
  return new Slice(withChips(content, rules), openStart, openEnd);
}

/** The text of a line as its reader sees it, markup or not: a tag may go across several nodes. */
export function inlineText(content: Fragment): string {
  return content.textBetween(0, content.size, null, '\n');
}

function inlineWithChips(content: Fragment, { schema, ownHosts }: ChipRules): Fragment {
  const spans = spansOf(inlineText(content), ownHosts);
  const type = schema.nodes['magicTag'];
  if (spans.length === 0 || !type) return content;
  let result = Fragment.empty;
  let at = 0;
  for (const { start, end, name, fallback } of spans) {
    const chip = type.create({ name, fallback }, null, marksAt(content, start, ownHosts));
    result = result.append(content.cut(at, start)).append(Fragment.from(chip));
    at = end;
  }
  return result.append(content.cut(at));
}

function spansOf(text: string, ownHosts: OwnHosts): Span[] {
  const addresses = findTokenLinks(text, ownHosts).map((span): Span => ({
    ...span,
    name: 'loginLink',
    fallback: null,
  }));
  const found = findTags(text).flatMap((tag): Span[] => {
    const { start, end, fallback } = tag;
    const isApart = addresses.every((address) => end <= address.start || start >= address.end);
    return tag.kind === 'known' && isApart ? [{ start, end, name: tag.tag, fallback }] : [];
  });
  return [...addresses, ...found].sort((a, b) => a.start - b.start);
}

/** A chip looks as its first character did. A link that only held the address goes with it. */
function marksAt(content: Fragment, at: number, ownHosts: OwnHosts): readonly Mark[] {
  let marks: readonly Mark[] = [];
  content.forEach((node, start) => {
    if (start <= at && at < start + node.nodeSize) marks = node.marks;
  });
  return marks.filter(({ type, attrs }) => type.name !== 'link' || !leadsIn(String(attrs['href']), ownHosts));
}

function leadsIn(href: string, ownHosts: OwnHosts): boolean {
  return href === LOGIN_LINK || findTokenLinks(href, ownHosts).length > 0;
}
