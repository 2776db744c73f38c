import { Fragment, type Mark, type Schema, Slice } from '@tiptap/pm/model';
import { findTags, type KnownTag } from './find-tags';
import { loginLinkTarget } from './link-target';
import { findOwnAddresses } from './own-address';

export type ChipRules = { schema: Schema; tags: readonly KnownTag[]; host: string };
type Span = { start: number; end: number; name: string; fallback: string | null };

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
  return content.textBetween(0, content.size, null, (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : '\uFFFC',
  );
}

function inlineWithChips(content: Fragment, { schema, tags, host }: ChipRules): Fragment {
  const spans = spansOf(inlineText(content), tags, host);
  const type = schema.nodes['magicTag'];
  if (spans.length === 0 || !type) return content;
  let result = Fragment.empty;
  let at = 0;
  for (const { start, end, name, fallback } of spans) {
    const chip = type.create({ name, fallback }, null, marksAt(content, start, host));
    result = result.append(content.cut(at, start)).append(Fragment.from(chip));
    at = end;
  }
  return result.append(content.cut(at));
}

function spansOf(text: string, tags: readonly KnownTag[], host: string): Span[] {
  const addresses = findOwnAddresses(text, host).map((span) => ({
    ...span,
    name: 'loginLink',
    fallback: null,
  }));
  const found = findTags(text, tags).filter((tag) =>
    addresses.every((address) => tag.end <= address.start || tag.start >= address.end),
  );
  return [...addresses, ...found].sort((a, b) => a.start - b.start);
}

/** A chip looks as its first character did. A link that only held the address goes with it. */
function marksAt(content: Fragment, at: number, host: string): readonly Mark[] {
  let marks: readonly Mark[] = [];
  content.forEach((node, start) => {
    if (start <= at && at < start + node.nodeSize) marks = node.marks;
  });
  return marks.filter(({ type, attrs }) => type.name !== 'link' || !leadsIn(String(attrs['href']), host));
}

function leadsIn(href: string, host: string): boolean {
  return href === loginLinkTarget || findOwnAddresses(href, host).length > 0;
}
