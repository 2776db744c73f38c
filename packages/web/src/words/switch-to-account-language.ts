import { chooseLanguage } from './choose-language';
import { isLanguage, pageLanguage } from './locale';

/** For a reader whose account names another language than the page has. */
export function switchToAccountLanguage(language: string): void {
  if (language === pageLanguage || !isLanguage(language)) return;
  // Asked for already: a server without that language would give the same page again and again.
  if (!document.cookie.includes(`latchstring-language=${language}`)) chooseLanguage(language);
}
