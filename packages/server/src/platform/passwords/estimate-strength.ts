import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { HashingBusy } from './passwords.ts';

export interface StrengthQuestion {
  id: number;
  text: string;
  /** Words that an attacker would try first about this person. */
  personal: string[];
}

export interface StrengthAnswer {
  id: number;
  /** From 0, guessed at once, to 4. */
  score: number;
  /** Why not, and what helps. */
  reasons: string[];
}

interface Waiting {
  resolve: (answer: StrengthAnswer) => void;
  reject: (error: Error) => void;
}

let thread: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

// Each may take a second: who comes behind so many comes again rather than waits.
const MOST_WAITING = 30;

/** How soon this would be guessed, estimated in a thread of its own, one after the other. */
export async function estimateStrength(text: string, personal: string[]): Promise<StrengthAnswer> {
  if (waiting.size >= MOST_WAITING) throw new HashingBusy();
  thread ??= startThread();
  lastId += 1;
  const question: StrengthQuestion = { id: lastId, text, personal };
  const answer = new Promise<StrengthAnswer>((resolve, reject) =>
    waiting.set(question.id, { resolve, reject }),
  );
  thread.ref();
  thread.postMessage(question);
  return answer;
}

function startThread(): Worker {
  // The source in tests, what was built of it otherwise.
  const worker = new Worker(new URL(`./strength-thread${extname(import.meta.url)}`, import.meta.url));
  worker.on('message', (answer: StrengthAnswer) => {
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
    // An idle thread must not keep a process that wants to end.
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', (error: Error) => fail(error));
  worker.on('exit', () => fail(new Error('The thread that estimates passwords has ended')));
  return worker;
}

/** Whoever waits hears of it, and the next question starts a new thread. */
function fail(error: Error): void {
  thread = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}
