import { createRequire } from 'node:module';
import type { PGlite } from '@electric-sql/pglite';
import type { World } from './world.ts';

interface PgClient {
  prototype: { query: (...values: unknown[]) => unknown };
}

/** Watches every statement that this process sends to its database while `act` runs; they still reach it. */
export async function statementsDuring(world: World, act: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const note = (query: unknown) => seen.push(textOf(query));
  const restore = world.env.databaseUrl ? watchPostgres(note) : await watchEmbedded(world, note);
  try {
    await act();
  } finally {
    restore();
  }
  return seen;
}

function textOf(query: unknown): string {
  const text = typeof query === 'string' ? query : (query as { text?: string }).text;
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}

function watchPostgres(note: (query: unknown) => void): () => void {
  const fromOrm = createRequire(import.meta.resolve('@mikro-orm/postgresql'));
  const { Client } = fromOrm('pg') as { Client: PgClient };
  const { query } = Client.prototype;
  Client.prototype.query = function (...values: unknown[]) {
    note(values[0]);
    return query.apply(this, values);
  };
  return () => {
    Client.prototype.query = query;
  };
}

async function watchEmbedded(world: World, note: (query: unknown) => void): Promise<() => void> {
  const connection = world.em.getConnection() as unknown as { getNativeClient(): Promise<PGlite> };
  const pglite = await connection.getNativeClient();
  const query = pglite.query.bind(pglite);
  const transaction = pglite.transaction.bind(pglite);
  pglite.query = ((...values: Parameters<typeof query>) => {
    note(values[0]);
    return query(...values);
  }) as typeof pglite.query;
  pglite.transaction = ((work: Parameters<typeof transaction>[0]) =>
    transaction((tx) => {
      const inside = tx.query.bind(tx);
      tx.query = ((...values: Parameters<typeof inside>) => {
        note(values[0]);
        return inside(...values);
      }) as typeof tx.query;
      return work(tx);
    })) as typeof pglite.transaction;
  return () => {
    pglite.query = query;
    pglite.transaction = transaction;
  };
}
