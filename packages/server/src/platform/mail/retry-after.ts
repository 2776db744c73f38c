import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { DAY_MS, later, SECOND_MS } from '../clock.ts';

interface Call {
  retryAfter: string | null;
}

// mailgun.js throws away the headers of what it turns into an error. Node itself tells of each request as it is made,
// and the storage says in whose call that was, however many run at once.
const calls = new AsyncLocalStorage<Call>();

subscribe('http.client.request.created', (message) => {
  const call = calls.getStore();
  if (!call) return;
  (message as { request: ClientRequest }).request.once('response', (response: IncomingMessage) => {
    call.retryAfter = response.headers['retry-after'] ?? null;
  });
});

/** Runs one call over HTTP and keeps the Retry-After header of its answer. */
export async function hearRetryAfter<Result>(
  call: () => Promise<Result>,
  onError: (error: unknown, retryAfter: string | null) => Error,
): Promise<Result> {
  const heard: Call = { retryAfter: null };
  try {
    return await calls.run(heard, call);
  } catch (error) {
    throw onError(error, heard.retryAfter);
  }
}

// No header may put the mail off for longer.
const MOST_WAIT_MS = DAY_MS;

/** When to call again: seconds or a date (RFC 9110, 10.2.3), else `fallbackMs` from now. */
export function readRetryAfter(header: string | null, now: Date, fallbackMs: number): Date {
  const seconds = /^\d{1,9}$/.exec(header?.trim() ?? '');
  const at = seconds ? now.getTime() + Number(seconds[0]) * SECOND_MS : Date.parse(header ?? '');
  const wait = Number.isNaN(at) ? fallbackMs : at - now.getTime();
  return later(now, Math.min(Math.max(wait, 0), MOST_WAIT_MS));
}
