import type { Failure } from '../graphql/failure';
import { retryTime } from './clock-time';
import { es } from './es/failures';
import { pick } from './locale';

const en = {
  offline: 'We can’t reach the server. Check your connection and try again. Nothing you typed is lost.',
  'timed-out': 'The server took too long to answer. Please try again in a moment. Nothing you typed is lost.',
  unauthenticated: 'You are not logged in any more. Please log in again.',
  'account-changed': 'Someone else logged in on this browser in another tab, so nothing was changed here.',
  forbidden: 'Your account may not do this.',
  'bad-input': 'Something in what was sent could not be read. Please check it and try again.',
  'rate-limited': 'That was a lot at once. Please wait a minute and try again.',
  'no-cookies':
    'This browser keeps no cookies, so nobody can stay logged in with it. Allow cookies for this site in the browser’s settings, or use another browser. Nothing was used up: a link still works.',
  outdated: 'There is a new version of this page. Copy what you have typed, then load the page again.',
  server: 'Something went wrong on our side. Please try again in a moment.',
  tooManyAttempts: (time: string) =>
    `Too many tries from here. You can try again at ${time}. Links already mailed to you still work.`,
};

const texts = pick({ en, es });

export function failureText(failure: Failure): string {
  const spoken = failure.kind === 'server' || failure.kind === 'forbidden' || failure.kind === 'bad-input';
  return spoken && failure.message ? failure.message : texts[failure.kind];
}

export function tooManyAttemptsText(retryAt: string): string {
  return texts.tooManyAttempts(retryTime(retryAt));
}
