import { retryTime } from './clock-time';
import { es } from './es/too-often';
import { pick } from './locale';

const en = { again: (time: string) => `You can go on at ${time}.` };

const texts = pick({ en, es });

/** For what is counted and is no try to get in: the server says what it was, and the reader's clock until when. */
export function tooOftenText({ message, retryAt }: { message: string; retryAt: string }): string {
  return `${message} ${texts.again(retryTime(retryAt))}`;
}
