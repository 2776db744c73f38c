/** The languages that the app and its letters speak. */
export type Language = 'en' | 'es';

/** Which build this is: vite/one-language.ts writes it into the page that is served. */
export const pageLanguage: Language =
  typeof document !== 'undefined' && document.documentElement.lang === 'es' ? 'es' : 'en';

/**
 * Texts live beside each other by feature: `const en = {…}`, and Spanish under the same name in `es/`, handed to
 * `pick({ en, es })`. A missing text is a compile error. A build holds one language only: vite/one-language.ts puts
 * that one in the place of the call.
 */
export function pick<Texts>({ en, es }: { en: Texts; es: NoInfer<Texts> }): Texts {
  return pageLanguage === 'es' ? es : en;
}

/** For dates, numbers and lists: the page's language as the reader's own region writes it, en-GB rather than en. */
export const pageLocale =
  readerLanguages().find((language) => language.slice(0, 2) === pageLanguage) ?? pageLanguage;

function readerLanguages(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : navigator.languages;
}
