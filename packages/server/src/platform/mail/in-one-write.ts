import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

// mailgun.js hands a form over piece by piece, three for each of its fields, and each piece would be a write to the network
// of its own: more than everything else that a mail takes.
const calls = new AsyncLocalStorage<true>();

subscribe('http.client.request.created', (message) => {
  // The end of a request writes all that was kept back.
  if (calls.getStore()) (message as { request: ClientRequest }).request.cork();
});

/** Runs calls over HTTP whose requests are written as a whole. */
export function inOneWrite<Result>(call: () => Promise<Result>): Promise<Result> {
  return calls.run(true, call);
}
