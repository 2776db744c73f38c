import { knownTag, magicTag, type MagicTagName } from './magic-tags.ts';
import { suggestTag, type Suggestion } from './suggest-tag.ts';

interface Span {
  start: number;
  /** Behind the last character. */
  end: number;
}

export interface KnownTag extends Span {
  kind: 'known';
  tag: MagicTagName;
  fallback: string | null;
}

export interface UnknownTag extends Span {
  kind: 'unknown';
  /** The name as typed, without brackets. */
  typed: string;
  fallback: string | null;
  /** What was meant by it; asked of those that are told, since each takes its time. */
  meaning: () => Suggestion;
}

// Longer than any name with a fallback: what goes on beyond that is prose. Keeps the search linear, too.
export const MOST_CHARACTERS = 200;
// %5B and %5D: editors store a tag that stands in an address like that.
const BRACKETS = new RegExp(`(\\[|%5B)([^[\\]\\n]{1,${MOST_CHARACTERS}}?)(\\]|%5D)`, 'gi');
// What nobody sees (soft hyphens, zero-width characters), and spaces of any kind.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const UNSEEN_OR_SPACE = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * The magic tags of a line, in order: `[firstName]`, `[ firstName | there ]`, in any case, whatever invisible characters
 * an editor put in. Brackets around no letter are ordinary text.
 */
export function findTags(line: string): (KnownTag | UnknownTag)[] {
  return [...line.matchAll(BRACKETS)].flatMap((match) => {
    const [all, open = '', inside = '', close = ''] = match;
    const span = { start: match.index, end: match.index + all.length };
    const [typed = '', ...rest] = inside.split('|');
    const fallback = rest.length > 0 ? rest.join('|').replace(/\s+/g, ' ').trim() : null;
    const tag = knownTag(typed.replace(UNSEEN_OR_SPACE, ''));
    if (tag) return [known(span, tag, fallback)];
    // An address may hold encoded brackets of its own.
    const encoded = open !== '[' || close !== ']';
    const name = typed.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
    if (encoded || !/\p{L}/u.test(inside)) return [];
    return [{ kind: 'unknown', ...span, typed: name, fallback, meaning: () => suggestTag(name) }];
  });
}

function known(span: Span, tag: MagicTagName, fallback: string | null): KnownTag | UnknownTag {
  if (fallback === null || magicTag(tag).takesFallback) return { kind: 'known', ...span, tag, fallback };
  const meaning = () => ({ suggestion: tag, why: 'NO_FALLBACK' as const });
  return { kind: 'unknown', ...span, typed: `${tag}|${fallback}`, fallback, meaning };
}
