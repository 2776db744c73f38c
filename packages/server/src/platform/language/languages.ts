import { languages, type Language } from '@latchstring/texts/languages';

export type { Language };

/** What pages, letters and outcomes can speak. */
export const LANGUAGES = Object.keys(languages);

export function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && LANGUAGES.includes(text);
}

/** The first of these that a reader would take, by an Accept-Language header (RFC 9110 §12.5.4); null for none of them. */
export function acceptedLanguage(header: string | undefined): Language | null {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((part) => part.startsWith('q='))?.slice(2) ?? '1';
      return { language: tag.split('-')[0], quality: Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(isLanguage) ?? null;
}
