import { failuresTexts as texts } from '@latchstring/texts/app/failures';
import { timeWithForm } from './time-with-form';
import type { Failure } from '../graphql/failure';
import { retryTime } from './clock-time';

export function failureText(failure: Failure): string {
  const spoken = failure.kind === 'server' || failure.kind === 'forbidden' || failure.kind === 'bad-input';
  return spoken && failure.message ? failure.message : texts[failure.kind];
}

export function tooManyAttemptsText({ retryAt }: { retryAt: string }): string {
  return texts.tooManyAttempts(timeWithForm(retryTime(retryAt)));
}
