import type { Language } from '@latchstring/texts/languages';

/** From now on the server gives this browser its pages and its words in this language. The page loads anew. */
export function chooseLanguage(language: Language): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `latchstring-language=${language}; path=/; max-age=31536000; samesite=lax${secure}`;
  location.reload();
}
