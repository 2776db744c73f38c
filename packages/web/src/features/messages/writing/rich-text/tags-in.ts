import {
  findTags,
  magicTag,
  type KnownTag,
  type MagicTagName,
  type UnknownTag,
} from '@latchstring/message-language';

export type TagSpan = KnownTag | UnknownTag;

/** Where this tag stands in a text. */
export function knownTags(text: string, name: string): KnownTag[] {
  return findTags(text).filter((tag): tag is KnownTag => tag.kind === 'known' && tag.tag === name);
}

/** Where the tag that the server doesn't know stands; `wrong` as it names it. */
export function unknownTags(text: string, wrong: string): UnknownTag[] {
  return findTags(text).filter((tag): tag is UnknownTag => tag.kind === 'unknown' && tag.typed === wrong);
}

/** Where these very characters stand. */
export function spansOf(text: string, shown: string): { start: number; end: number }[] {
  const spans = [];
  for (let at = text.indexOf(shown); at >= 0; at = text.indexOf(shown, at + shown.length))
    spans.push({ start: at, end: at + shown.length });
  return spans;
}

/** The words for when it is empty, where this tag takes some. */
export function fallbackFor(tag: MagicTagName, fallback: string | null): string | null {
  return magicTag(tag).takesFallback ? fallback : null;
}

/** The text with another in the place of each span. They stand in order and don't overlap. */
export function replaceTags<Span extends TagSpan>(
  text: string,
  spans: readonly Span[],
  by: (span: Span) => string,
): string {
  let result = '';
  let at = 0;
  for (const span of spans) {
    result += text.slice(at, span.start) + by(span);
    at = span.end;
  }
  return result + text.slice(at);
}
