import { pino, type Logger } from 'pino';

export type Log = Logger;

/** One JSON line per event on standard output. Values that could carry a secret are never handed to it. */
export function createLog(level: string, write?: (line: string) => void): Log {
  return write ? pino({ level, base: null }, { write }) : pino({ level, base: null });
}
