import { pino, type Logger } from 'pino';

export type Log = Logger;

/** As pino counts levels. */
const ERROR = 50;

/** A line per request, written one by one, would be a system call each: they go out together, a moment later at most. */
const TOGETHER = { dest: 1, sync: true, minLength: 8_192, periodicFlush: 200 };

/** One JSON line per event on standard output. Values that could carry a secret are never handed to it. */
export function createLog(level: string, write?: (line: string) => void): Log {
  const options = { level, base: null, serializers: { err: withoutRows } };
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

/**
 * What a fault is and where it arose. A fault of the database also carries the statement with all its values, or the row
 * that it was about: names, addresses and hashes, which are no business of a log.
 */
function withoutRows(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, message, stack, code } = pino.stdSerializers.err(error) as Record<string, unknown>;
  // MikroORM puts the row behind the message, and with it into the stack.
  const [told = ''] = String(message).split('\n - detail: ');
  const where = String(stack).split(String(message)).join(told);
  return { type, message: told, stack: where, ...(code === undefined ? {} : { code }) };
}
