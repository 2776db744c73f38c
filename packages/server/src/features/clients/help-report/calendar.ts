import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './login-help-facts.ts';
import { dateWords } from '../../../platform/language/date-words.ts';
import { currentLanguage, say } from '../../../platform/language/say.ts';

/** The days of one zone, seen from now. */
export function calendarOf(timeZone: string, now: Date): Calendar {
  const today = dateOf(now, timeZone);
  const daysAgo = (at: Date) => dateOf(at, timeZone).until(today).days;
  return {
    daysAgo,
    day(at) {
      const ago = daysAgo(at);
      if (ago === 0) return say().loginHelpReport.today;
      if (ago === 1) return say().loginHelpReport.yesterday;
      if (ago === -1) return say().loginHelpReport.tomorrow;
      const thisYear = dateOf(at, timeZone).year === today.year;
      const year = thisYear ? {} : ({ year: 'numeric' } as const);
      const date = dateWords(
        at,
        { locale: currentLanguage(), timeZone },
        { day: 'numeric', month: 'long', ...year },
      );
      return say().loginHelpReport.on({ date });
    },
  };
}

/** The moment at which the day of `at` began there. */
export function startOfDay(at: Date, timeZone: string): Date {
  return new Date(dateOf(at, timeZone).toZonedDateTime(timeZone).epochMilliseconds);
}

function dateOf(at: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}
