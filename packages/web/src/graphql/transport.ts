import { RequestFailed, failureOf, type Failure, type TopLevelError } from './failure';
import type { SentDocument } from './sent-document';

const timeoutMs = 20_000;
const firstAnswerCapMs = 3_000;

/** Whose screen this is; goes along with every mutation so that a second tab's login can't act in the wrong name. */
let accountId: string | undefined;

/** Undefined: nobody is logged in here. */
export function setAccountId(id: string | undefined): void {
  accountId = id;
}

/**
 * The first answer sets the cookie by which the server knows this browser again. What changes something waits for
 * it (not for ever), so that the link that is asked for here goes on by itself here.
 */
let firstAnswer: Promise<unknown> | undefined;

/** Sends one operation. Throws RequestFailed, and nothing else, when no usable answer came. */
export async function send(document: SentDocument, variables: unknown): Promise<unknown> {
  if (document.isMutation && firstAnswer) await Promise.race([firstAnswer, pause(firstAnswerCapMs)]);
  const answer = firstAnswer ? post(document, variables) : oneTab(() => post(document, variables));
  firstAnswer ??= answer.catch(() => (firstAnswer = undefined));
  return answer;
}

/**
 * The first request of several tabs at once, one after the other: each would else be given a cookie of its own, and the
 * last one would take the place of the one that a login link was just asked with.
 */
async function oneTab<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  // Browsers have locks on https and on this machine alone.
  if (!('locks' in navigator)) return ask();
  let begun = false;
  try {
    const signal = AbortSignal.timeout(firstAnswerCapMs);
    return await navigator.locks.request('first-answer', { signal }, () => {
      begun = true;
      return ask();
    });
  } catch (error) {
    if (begun) throw error;
    return ask();
  }
}

async function post({ id, text, isMutation }: SentDocument, variables: unknown): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        ...(isMutation && accountId ? { 'Latchstring-Account': accountId } : {}),
      },
      body: JSON.stringify({ ...(text === undefined ? { documentId: id } : { query: text }), variables }),
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw new RequestFailed({
      ...unreachable(error),
      mayHaveBeenDone: isMutation && accountId !== undefined,
    });
  }
  return dataOf(await response.json().catch(() => undefined));
}

function dataOf(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) throw new RequestFailed({ kind: 'server' });
  if ('errors' in body && Array.isArray(body.errors))
    throw new RequestFailed(failureOf(body.errors[0] as TopLevelError));
  if (!('data' in body) || !body.data) throw new RequestFailed({ kind: 'server' });
  return body.data;
}

function unreachable(error: unknown): Failure {
  const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
  return { kind: timedOut ? 'timed-out' : 'offline' };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
