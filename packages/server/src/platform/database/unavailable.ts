/** Of a database that is away, that may only be read, as after a failover, or that has no room: it was refused, not done. */
const REFUSED = [
  /^(25006|53\d{3}|57P03|3D000|28P01|28000|ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH)$/,
  /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout)/,
];

/** It was asked, and no answer came. */
const LOST = [
  /^(57P01|57P02|08\d{3}|ECONNRESET|EPIPE|ETIMEDOUT)$/,
  /^(Connection terminated|Client has encountered a connection error|Query read timeout)/,
];

const undone = new WeakSet<object>();

/** Of a transaction that never came to its commit. */
export function noteUndone(fault: unknown): void {
  if (typeof fault === 'object' && fault !== null) undone.add(fault);
}

/**
 * What a fault says of the work that met it, where the database could not be worked with: UNDONE, or UNKNOWN where the
 * answer got lost, as it can on the way back from a commit. Null: it is a fault of another kind.
 */
export function unavailable(fault: unknown): 'UNDONE' | 'UNKNOWN' | null {
  if (!(fault instanceof Error)) return null;
  const { code, message } = fault as NodeJS.ErrnoException;
  const isOneOf = (signs: RegExp[]) => signs.some((sign) => sign.test(String(code)) || sign.test(message));
  if (isOneOf(REFUSED)) return 'UNDONE';
  if (isOneOf(LOST)) return undone.has(fault) ? 'UNDONE' : 'UNKNOWN';
  const { originalError } = fault as { originalError?: unknown };
  const behind = fault instanceof AggregateError ? (fault.errors as unknown[]) : [fault.cause, originalError];
  return behind.map(unavailable).find((word) => word !== null) ?? null;
}
