import { DAY_MS, MINUTE_MS, SECOND_MS } from '../platform/clock.ts';
import { defaultSettings } from './settings.ts';

/*
 * Sentences of the API's descriptions that hold numbers. A description is the same wherever the product runs, so these
 * are the numbers that it has by default.
 */

const { recentLoginMs, secondStep, lastUseExactToMs } = defaultSettings;

export const RECENT_LOGIN = `within ${minutes(recentLoginMs)} minutes`;
export const RECENT_SECOND_STEP = `unless one was passed in this session within ${minutes(secondStep.recentMs)} minutes`;

export const PASSWORD_UNLESS_RECENT = `currentPassword may be left out ${RECENT_LOGIN} of a login of any kind in this session.`;
export const SECOND_STEP_UNLESS_RECENT = `Asks for the second step ${RECENT_SECOND_STEP}.`;

export const LAST_USE_EXACT_TO = `within ${spelled(minutes(lastUseExactToMs))} minutes`;

export function seconds(ms: number): number {
  return ms / SECOND_MS;
}

export function minutes(ms: number): number {
  return ms / MINUTE_MS;
}

export function days(ms: number): number {
  return ms / DAY_MS;
}

/** A small number as a word. */
export function spelled(count: number): string {
  return 'no one two three four five six seven eight nine ten'.split(' ')[count] ?? String(count);
}

/** As an English text writes it: 1,000. */
export function written(count: number): string {
  return count.toLocaleString('en');
}
