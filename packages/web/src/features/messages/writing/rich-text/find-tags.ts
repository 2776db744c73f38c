/** What the app knows of a magic tag; the API's `magicTags` has more. */
export type KnownTag = { name: string; takesFallback: boolean };

/** With the words that offer it. */
export type OfferedTag = KnownTag & { description: string };

/** A tag in a text, from `start` to before `end`. */
export type FoundTag = { start: number; end: number; name: string; fallback: string | null };

// As the server reads them; what it alone recognises stays text here, and is a tag all the same when it is sent.
const brackets = /\[([^[\]\n\uFFFC]{1,200})\]/g;
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** A tag as one types it. */
export function tagSource(name: string, fallback: string | null): string {
  return fallback === null ? `[${name}]` : `[${name}|${fallback}]`;
}

/** Words as a tag can hold them: on one line, without what would end it. Null for none. */
export function tidyFallback(words: string): string | null {
  const line = words
    .replace(/[[\]\uFFFC]/g, '')
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .trim();
  // By whole characters: half of one is none.
  const tidy = [...line].slice(0, 150).join('').trim();
  return tidy === '' ? null : tidy;
}

/** What stands between brackets, in its two parts, without what nobody sees. */
function partsOf(inside: string): { typed: string; fallback: string | null } {
  const [typed = '', ...rest] = inside.replace(unseen, '').split('|');
  const fallback = rest.length > 0 ? rest.join('|').replace(/\s+/g, ' ').trim() : null;
  return { typed: typed.replace(/\s+/g, ' ').trim(), fallback };
}

/** The magic tags of a text, in any case, with spaces inside: `[ firstname | there ]`. */
export function findTags(text: string, tags: readonly KnownTag[]): FoundTag[] {
  return [...text.matchAll(brackets)].flatMap((match) => {
    const { typed, fallback } = partsOf(match[1] ?? '');
    const key = typed.replaceAll(' ', '').toLowerCase();
    const tag = tags.find(({ name }) => name.toLowerCase() === key);
    if (!tag || (fallback !== null && !tag.takesFallback)) return [];
    return [{ start: match.index, end: match.index + match[0].length, name: tag.name, fallback }];
  });
}

/** Where the tag that the server doesn't know stands. `wrong` as it names it, which may hold a fallback. */
export function findUnknown(text: string, wrong: string): Omit<FoundTag, 'name'>[] {
  return [...text.matchAll(brackets)].flatMap((match) => {
    const { typed, fallback } = partsOf(match[1] ?? '');
    const whole = fallback === null ? typed : `${typed}|${fallback}`;
    if (typed !== wrong && whole !== wrong) return [];
    return [{ start: match.index, end: match.index + match[0].length, fallback }];
  });
}

/** Puts another text in the place of each span. They stand in order and don't overlap. */
export function replaceSpans<Span extends { start: number; end: number }>(
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
