import { pino, type Logger } from 'pino';

export type Log = Logger;

/** As pino counts levels. */
const ERROR = 50;

/** A line per request, written one by one, would be a system call each: they go out together, a moment later at most. */
const TOGETHER = { dest: 1, sync: true, minLength: 8_192, periodicFlush: 200 };

/** One JSON line per event on standard output. Values that could carry a secret are never handed to it. */
export function createLog(level: string, write?: (line: string) => void): Log {
  const options = { level, base: null, serializers: { err: (error: unknown) => withoutRows(error) } };
  if (write) return pino(options, { write });
  const out = pino.destination(TOGETHER);
  process.once('exit', () => out.flushSync());
  // A fault may be the last that this process does.
  const hooks = {
    logMethod(this: Log, args: Parameters<Log['error']>, method: Log['error'], at: number) {
      method.apply(this, args);
      if (at >= ERROR) out.flushSync();
    },
  };
  return pino({ ...options, hooks }, out);
}

/** The name of its class: also of one of pg-boss, which hands its faults on as plain objects. */
export function classOf(error: unknown): string {
  if (error instanceof Error) return error.constructor.name;
  const { stack } = isFault(error) ? error : {};
  return /^[A-Za-z]+/.exec(stack ?? '')?.[0] ?? typeof error;
}

/**
 * What a fault is, where it arose and what caused it. A fault of the database also carries the statement with all its
 * values, or the row that it was about: names, addresses and hashes, which are no business of a log.
 */
function withoutRows(error: unknown, depth = 0): object {
  if (!isFault(error)) return { type: typeof error };
  const { message, stack, code, cause, errors } = error;
  // MikroORM puts the row behind the message, and with it into the stack.
  const [told = ''] = message.split('\n - detail: ');
  const where = (stack ?? '').split(message).join(told);
  const causes = [
    ...(Array.isArray(errors) ? (errors as unknown[]) : []),
    ...(cause === undefined ? [] : [cause]),
  ];
  return {
    type: classOf(error),
    message: told,
    stack: where,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(causes.length > 0 && depth < DEEPEST
      ? { causes: causes.map((one) => withoutRows(one, depth + 1)) }
      : {}),
  };
}

/** A cause may lead round in a circle. */
const DEEPEST = 3;

interface Fault {
  message: string;
  stack?: string;
  code?: unknown;
  cause?: unknown;
  /** Of several at once: each address of a host that was not reached has its own. */
  errors?: unknown;
}

function isFault(error: unknown): error is Fault {
  return (
    typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
  );
}
