import { say } from '../../../platform/language/say.ts';
/** Names stand in subjects and greetings: a line break in one would begin a header. */
export function nameFault(text: string): string | null {
  return /\p{Cc}/u.test(text) ? say().accounts.aNameIsOneLineOfText : null;
}

/** Whether this is a time zone by its IANA name. */
export function isTimeZone(text: string): boolean {
  // An offset is no zone: it knows nothing of daylight saving.
  if (!/^[a-z]/i.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
