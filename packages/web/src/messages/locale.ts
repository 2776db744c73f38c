/**
 * Texts live beside each other by feature: `const en = {…}`, and a further language as
 * `const es = {…} satisfies typeof en`, handed to `pick({ en, es })`. A missing text is then a compile error.
 */
type Locale = 'en' | 'es';

export function pick<Texts>(languages: { en: Texts } & Partial<Record<Locale, Texts>>): Texts {
  for (const language of readerLanguages()) {
    const texts = languages[language.slice(0, 2) as Locale];
    if (texts) return texts;
  }
  return languages.en;
}

function readerLanguages(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : navigator.languages;
}
