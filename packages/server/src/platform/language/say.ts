import { AsyncLocalStorage } from 'node:async_hooks';
import { spanish } from './es/index.ts';
import { isLanguage, type Language } from './languages.ts';

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

/**
 * Words for a person: say`Use at most ${max} characters.` Written in English, spoken in the current language. To be
 * called when they are said, not when a file is loaded; a test finds what lacks its Spanish.
 */
export function say(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  const english = parts.reduce((text, part, at) => `${text}{${at - 1}}${part}`);
  return translated(english).replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));
}

/** A number as the current language writes it: 100,000 or 100.000. */
export function sayNumber(number: number): string {
  return number.toLocaleString(currentLanguage());
}

/** Words without values that were written down in English. */
export function sayAgain(english: string): string {
  return translated(english);
}

function translated(english: string): string {
  return currentLanguage() === 'es' ? (spanish[english] ?? english) : english;
}
