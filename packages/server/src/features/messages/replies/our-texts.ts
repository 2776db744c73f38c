import { ANYTHING, isPlain, linesOf, wordsOf } from './words.ts';

/** Texts of ours, made ready to be found again in what comes back. */
export interface OurTexts {
  texts: string[][];
  /** Those with which any of `places` begins: most words of a reply are none. */
  firsts: Set<string>;
  /** Where three words stand next to each other: in which text, and where in it. */
  places: Map<string, Place[]>;
  /** Lines and sentences of few words. */
  phrases: Set<string>;
  /** Whether each is of one paragraph, so that a value in it may be broken over lines as the words around it are. */
  areSentences: boolean;
}

interface Place {
  text: number;
  at: number;
}

/** So many words in a row are looked up. */
const ANCHOR = 3;
// The same words often stand in several mails, at their end: one is as good as the other.
const MOST_PLACES = 4;
// Many sentences of letters begin alike, and each has to be found for itself.
const MOST_PLACES_OF_SENTENCES = 24;

/** The next words as they are looked up; null where something else than words stands among them. */
export function anchorAt(words: readonly string[], at: number): string | null {
  const [first, second, third] = [words[at], words[at + 1], words[at + 2]];
  return isPlain(first) && isPlain(second) && isPlain(third) ? `${first} ${second} ${third}` : null;
}

export function ourTexts(written: readonly string[], { areSentences = false } = {}): OurTexts {
  const mostPlaces = areSentences ? MOST_PLACES_OF_SENTENCES : MOST_PLACES;
  const texts = written.map((text) =>
    linesOf(text)
      .flatMap(({ words }) => words)
      // Two values side by side are one.
      .filter((word, at, words) => word !== ANYTHING || words[at - 1] !== ANYTHING),
  );
  const firsts = new Set<string>();
  const places = new Map<string, Place[]>();
  for (const [text, words] of texts.entries())
    for (let at = 0; at + ANCHOR <= words.length; at += 1) {
      const key = anchorAt(words, at);
      if (key === null) continue;
      firsts.add(words[at] ?? '');
      const known = places.get(key);
      if (!known) places.set(key, [{ text, at }]);
      else if (known.length < mostPlaces) known.push({ text, at });
    }
  const phrases = new Set<string>();
  for (const text of written)
    for (const phrase of new Set(text.split(/\n|[.!?:;]\s/))) {
      const words = phrase.length < 100 ? wordsOf(phrase) : [];
      if (words.length > 0 && words.length < ANCHOR) phrases.add(words.join(' '));
    }
  return { texts, firsts, places, phrases, areSentences };
}
