import { languages, type Language } from '@latchstring/texts/languages';

export function isLanguage(text: string): text is Language {
  return text in languages;
}

const written = typeof document === 'undefined' ? '' : document.documentElement.lang;

/** Which build this is: vite/one-language.ts writes it into the page that is served. */
export const pageLanguage: Language = isLanguage(written) ? written : 'en';

/** For dates, numbers and lists: the page's language as the reader's own region writes it, en-GB rather than en. */
export const pageLocale =
  readerLanguages().find((language) => language.slice(0, 2) === pageLanguage) ?? pageLanguage;

function readerLanguages(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : navigator.languages;
}
