import { languages, type Language } from '@latchstring/texts/languages';

/** One of the languages that letters are written in: by its code, with or without a region, or by its name in any of them. */
export function languageIn(text: string): Language | null {
  const typed = text.trim().toLowerCase();
  const codes = Object.keys(languages) as Language[];
  return codes.find((code) => isCode(typed, code) || namesOf(code, codes).includes(typed)) ?? null;
}

function isCode(typed: string, code: Language): boolean {
  return typed === code || typed.startsWith(`${code}-`) || typed.startsWith(`${code}_`);
}

function namesOf(code: Language, readers: Language[]): string[] {
  const spoken = readers.map((reader) => new Intl.DisplayNames(reader, { type: 'language' }).of(code) ?? '');
  return [languages[code].name, ...spoken].map((name) => name.toLowerCase());
}
