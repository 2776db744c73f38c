import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';

// mailgun.js follows redirects, with the whole mail and its login link where the status is 307 or 308, and has no setting
// against it. An answer that names no place to go to is an answer like any other.
const calls = new AsyncLocalStorage<true>();

subscribe('http.client.request.created', (message) => {
  if (!calls.getStore()) return;
  // In front of whoever asks, who would follow it.
  (message as { request: ClientRequest }).request.prependOnceListener(
    'response',
    (response: IncomingMessage) => {
      delete response.headers.location;
    },
  );
});

/** Runs calls over HTTP that end with the first answer: a redirect is an answer with its own status (ASVS 5.0 15.3.2). */
export function refusingRedirects<Result>(call: () => Promise<Result>): Promise<Result> {
  return calls.run(true, call);
}
