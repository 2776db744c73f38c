import { failuresTexts as texts } from '@latchstring/texts/app/failures';
import { timeWithForm } from './time-with-form';
import type { Failure } from '../graphql/failure';
import { retryTime } from './clock-time';

/** Of which the server says more than their kind. */
const spoken = new Set<Failure['kind']>(['server', 'forbidden', 'bad-input', 'unavailable']);

export function failureText(failure: Failure): string {
  const { kind, message, mayHaveBeenDone } = failure;
  if (kind === 'timed-out' && mayHaveBeenDone) return texts.lost;
  return spoken.has(kind) && message ? message : texts[kind];
}

export function tooManyAttemptsText({ retryAt }: { retryAt: string }): string {
  return texts.tooManyAttempts(timeWithForm(retryTime(retryAt)));
}
