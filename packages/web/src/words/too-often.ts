import { tooOftenTexts as texts } from '@latchstring/texts/app/too-often';
import { timeWithForm } from './time-with-form';
import { retryTime } from './clock-time';

/** For what is counted and is no try to get in: the server says what it was, and the reader's clock until when. */
export function tooOftenText({ message, retryAt }: { message: string; retryAt: string }): string {
  return `${message} ${texts.again(timeWithForm(retryTime(retryAt)))}`;
}
