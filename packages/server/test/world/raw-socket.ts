import { connect } from 'node:net';

export interface RawAnswer {
  /** Everything that came back, byte for byte. */
  text: string;
  /** Of each answer in it. */
  statuses: number[];
  ms: number;
  /** False: this side gave up. */
  ended: boolean;
}

interface RawOptions {
  /** When to give up. */
  patienceMs: number;
  /** Ends this side once everything is written; else it stays open as a slow client would. */
  thenEnd?: boolean;
  /** Between two pieces. */
  pauseMs?: number;
}

/** Writes these bytes to a port, piece by piece, and reads until the other side closes. */
export function speak(port: number, pieces: Buffer[], options: RawOptions): Promise<RawAnswer> {
  const { patienceMs, thenEnd = true, pauseMs = 0 } = options;
  const start = performance.now();
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const finish = (ended: boolean) => {
      clearTimeout(giveUp);
      socket.destroy();
      const text = Buffer.concat(parts).toString('latin1');
      const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
      resolve({ text, statuses, ms: performance.now() - start, ended });
    };
    const giveUp = setTimeout(() => finish(false), patienceMs);
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('end', () => finish(true));
    socket.on('close', () => finish(true));
    // It closed before everything was written: what came until then counts.
    socket.on('error', () => undefined);
    socket.on('connect', () => {
      void (async () => {
        for (const piece of pieces) {
          if (socket.destroyed) return;
          socket.write(piece);
          if (pauseMs > 0) await new Promise((go) => setTimeout(go, pauseMs));
        }
        if (thenEnd && !socket.destroyed) socket.end();
      })();
    });
  });
}
