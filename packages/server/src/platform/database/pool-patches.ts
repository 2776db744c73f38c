/*
 * Faults of the driver and of what stands on it, mended from outside. Each names its report and the version it was seen in:
 * when that version changes, look whether the fault is gone, and take the patch away.
 */
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { PoolParsers } from './instants.ts';

/** Long enough for whoever has a dead connection to notice. */
const SOON_MS = 1_000;

interface PooledClient {
  /** What tells this connection from all others at its server. */
  host: string;
  port: number;
  processID: number | null;
  secretKey: number | null;
  release(destroy: boolean): void;
  once(event: 'end', hear: () => void): void;
  query(...args: unknown[]): unknown;
  end(): Promise<void>;
}

/** What is used of a pool of `pg`. */
export interface ClientPool {
  /** What each of its connections is made with. */
  options: { types: PoolParsers };
  /** What it makes its connections of. */
  Client: new (options: unknown) => PooledClient;
  totalCount: number;
  idleCount: number;
  waitingCount: number;
  on(event: 'connect', hear: (client: PooledClient) => void): void;
}

/**
 * pg 8.23.0, github.com/brianc/node-postgres/issues/3399: after `query_timeout` the pool hands the connection on although it
 * still waits for its answer. It is ended here: what it was asked may be done later, within a transaction that nobody holds
 * any more and that the next one to use the connection would commit. Its server is told that nobody waits: or else it goes
 * on waiting, for a standby that is away as long as that is, and each new connection is one more.
 */
export function closeTimedOutConnections(pool: ClientPool): void {
  pool.Client = class extends pool.Client {
    override query(...args: unknown[]): unknown {
      const result = super.query(...args);
      if (result instanceof Promise)
        result.catch((error: unknown) => {
          if (error instanceof Error && error.message === 'Query read timeout') {
            cancelWork(this);
            void this.end();
          }
        });
      return result;
    }
  };
}

/** The request of PostgreSQL's protocol that ends what a connection is at, by a connection of its own. */
const CANCEL = 80_877_102;

function cancelWork({ host, port, processID, secretKey }: PooledClient): void {
  if (processID === null || secretKey === null) return;
  const request = Buffer.alloc(16);
  for (const [i, word] of [16, CANCEL, processID, secretKey].entries()) request.writeInt32BE(word, i * 4);
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  // A server that takes no connections does not hear it either.
  socket.setTimeout(SOON_MS, () => socket.destroy()).on('error', () => undefined);
  socket.end(request);
}

/**
 * Kysely 0.29.6, github.com/kysely-org/kysely/issues/1990: a transaction whose connection dies can neither commit nor roll
 * back, and keeps its place in the pool: ten of those, as one restart of the database can leave, and every request would
 * wait for ever. What is dead and has not been given back soon after is given back here.
 */
export function releaseDeadConnections(pool: ClientPool): void {
  pool.on('connect', (client) => {
    client.once('end', () => {
      void setTimeout(SOON_MS, null, { ref: false }).then(() => {
        const { release } = client;
        client.release = () => undefined;
        try {
          release(true);
        } catch {
          // It was given back as it should be.
        }
      });
    });
  });
}
