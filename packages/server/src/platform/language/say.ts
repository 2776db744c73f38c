import { AsyncLocalStorage } from 'node:async_hooks';
import { serverTexts } from '@latchstring/texts/server';
import { isLanguage, type Language } from './languages.ts';

/** What the server says, by groups: those of packages/texts. */
export type Texts = typeof serverTexts.en;

const spoken = new AsyncLocalStorage<Language>();

/** Everything that `act` says, at once or later, is in this language: a request's words, a letter's. */
export function speaking<Made>(language: Language, act: () => Made): Made {
  return spoken.run(language, act);
}

/** The same for somebody whose account names a language. */
export function speakingTo<Made>({ locale }: { locale: string }, act: () => Made): Made {
  return speaking(isLanguage(locale) ? locale : 'en', act);
}

/** English outside of requests and letters: what is written down is translated when it is read. */
export function currentLanguage(): Language {
  return spoken.getStore() ?? 'en';
}

/** The words of the current language: `say().login.wrong`. To be asked for when they are said, not when a file is loaded. */
export function say(): Texts {
  return serverTexts[currentLanguage()];
}

/** Words without values that were written down in English; what no catalog has stays as it is. */
export function translateStored(english: string): string {
  return wordsFor(english) ?? english;
}

type Loose = Record<string, Record<string, unknown>>;
let places: Map<unknown, [group: string, key: string]> | undefined;

function wordsFor(english: string): string | undefined {
  places ??= new Map(
    Object.entries<Record<string, unknown>>(serverTexts.en).flatMap(([group, texts]) =>
      Object.entries(texts).map(([key, text]): [unknown, [string, string]] => [text, [group, key]]),
    ),
  );
  const place = places.get(english);
  const words = place && (say() as Loose)[place[0]]?.[place[1]];
  return typeof words === 'string' ? words : undefined;
}

/** The groups that hold all that letters to the owner of an account say. */
export const LETTERS = ['loginLetters', 'securityLetters'] as const satisfies (keyof Texts)[];

/** All that these groups can say, in every language, with a gap in the place of each value. */
export function everythingSaidIn(groups: readonly (keyof Texts)[], gap: string): string[] {
  const gaps = new Proxy({}, { get: () => gap });
  return Object.values(serverTexts).flatMap((texts) =>
    groups.flatMap((group) =>
      Object.values<string | ((values: never) => string)>(texts[group]).map((text) =>
        typeof text === 'string' ? text : text(gaps as never),
      ),
    ),
  );
}
