import { changesSomething } from './operation-text';
import { RequestFailed, failureOf, type Failure, type TopLevelError } from './failure';

const timeoutMs = 20_000;
const firstAnswerCapMs = 3_000;

/** Whose screen this is; goes along with every mutation so that a second tab's login can't act in the wrong name. */
let accountId: string | undefined;

export function actAs(id: string | undefined): void {
  accountId = id;
}

/**
 * The first answer sets the cookie by which the server knows this browser again. What changes something waits for
 * it (not for ever), so that the link that is asked for here goes on by itself here.
 */
let firstAnswer: Promise<unknown> | undefined;

/** Sends one operation. Throws RequestFailed, and nothing else, when no usable answer came. */
export async function send(text: string, variables: unknown): Promise<unknown> {
  const isMutation = changesSomething(text);
  if (isMutation && firstAnswer) await Promise.race([firstAnswer, pause(firstAnswerCapMs)]);
  const answer = post(text, variables, isMutation);
  firstAnswer ??= answer.catch(() => (firstAnswer = undefined));
  return answer;
}

async function post(query: string, variables: unknown, isMutation: boolean): Promise<unknown> {
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
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw new RequestFailed(unreachable(error));
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
