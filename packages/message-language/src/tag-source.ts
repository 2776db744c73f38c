import { MOST_CHARACTERS } from './find-tags.ts';
import type { MagicTagName } from './magic-tags.ts';

const LONGEST_NAME = 50;

/** A tag as one types it. */
export function tagSource(tag: MagicTagName, fallback: string | null): string {
  return fallback === null ? `[${tag}]` : `[${tag}|${fallback}]`;
}

/** Words as a tag can hold them: on one line, without what would end it, not too long. Null for none. */
export function tidyFallback(words: string): string | null {
  const line = words
    .replace(/[[\]]|%5[bd]/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  let tidy = '';
  // By whole characters: half of one is none.
  for (const char of line) {
    if (tidy.length + char.length > MOST_CHARACTERS - LONGEST_NAME) break;
    tidy += char;
  }
  return tidy.trim() || null;
}
