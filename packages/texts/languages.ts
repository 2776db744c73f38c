/** What app, letters and answers can speak: each named in its own words. A new one is a line here and its catalog beside it. */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
} as const satisfies Record<string, { name: string; direction: 'ltr' | 'rtl' }>;

export type Language = keyof typeof languages;

/** How a language is written. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return languages[language].direction;
}
