import { createRequire } from 'node:module';
import type { PGlite } from '@electric-sql/pglite';
import type { World } from './world.ts';

interface PgClient {
  prototype: { query: (...values: unknown[]) => unknown };
}

export interface Statement {
  text: string;
  values: unknown[];
}

/** Watches every statement that this process sends to its database while `act` runs; they still reach it. */
export async function statementsDuring(world: World, act: () => Promise<unknown>): Promise<string[]> {
  return (await statementsWithValues(world, act)).map(({ text }) => text.replaceAll(/\s+/g, ' ').trim());
}

/** The same as they are, with what stands in the place of their parameters. */
export async function statementsWithValues(world: World, act: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const note = (query: unknown, values: unknown) => seen.push(statementOf(query, values));
  const restore = world.env.databaseUrl ? watchPostgres(note) : await watchEmbedded(world, note);
  try {
    await act();
  } finally {
    restore();
  }
  return seen;
}

function statementOf(query: unknown, given: unknown): Statement {
  const { text = '', values = given } =
    typeof query === 'string' ? { text: query } : (query as Partial<Statement>);
  return { text, values: Array.isArray(values) ? values : [] };
}

type Note = (query: unknown, values: unknown) => void;

function watchPostgres(note: Note): () => void {
  const fromOrm = createRequire(import.meta.resolve('@mikro-orm/postgresql'));
  const { Client } = fromOrm('pg') as { Client: PgClient };
  const { query } = Client.prototype;
  Client.prototype.query = function (...values: unknown[]) {
    note(values[0], values[1]);
    return query.apply(this, values);
  };
  return () => {
    Client.prototype.query = query;
  };
}

async function watchEmbedded(world: World, note: Note): Promise<() => void> {
  const connection = world.em.getConnection() as unknown as { getNativeClient(): Promise<PGlite> };
  const pglite = await connection.getNativeClient();
  const query = pglite.query.bind(pglite);
  const transaction = pglite.transaction.bind(pglite);
  pglite.query = ((...values: Parameters<typeof query>) => {
    note(values[0], values[1]);
    return query(...values);
  }) as typeof pglite.query;
  pglite.transaction = ((work: Parameters<typeof transaction>[0]) =>
    transaction((tx) => {
      const inside = tx.query.bind(tx);
      tx.query = ((...values: Parameters<typeof inside>) => {
        note(values[0], values[1]);
        return inside(...values);
      }) as typeof tx.query;
      return work(tx);
    })) as typeof pglite.transaction;
  return () => {
    pglite.query = query;
    pglite.transaction = transaction;
  };
}
