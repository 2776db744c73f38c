import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MikroORM as PgliteMikroORM, type PgliteConnection } from '@mikro-orm/pglite';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM as PostgreSqlMikroORM, type Options, type SqlEntityManager } from '@mikro-orm/postgresql';
import type { PGlite } from '@electric-sql/pglite';
import { instantParsers, readInstantsAsDates } from './instants.ts';
import { migrations } from './migrations.ts';
import { readiness } from './readiness.ts';
import { notePlace, whyUnsettled } from './restoration.ts';
import { closeTimedOutConnections, releaseDeadConnections, type ClientPool } from './pool-patches.ts';

/** An answer that takes longer is not waited for: a database that hangs must not hold everything that asks it for ever. */
export const PATIENCE_MS = 20_000;

/** One open database: PostgreSQL where `url` is given, else the embedded one in `dataDir` (or in memory). */
export interface Database {
  em(): SqlEntityManager;
  orm: PostgreSqlMikroORM;
  /** The embedded database itself, for what needs the one connection: undefined on PostgreSQL. */
  embedded: PGlite | undefined;
  url: string | undefined;
  /** Past a pooler: for what needs a connection of its own. */
  directUrl: string | undefined;
  /** Connections to PostgreSQL, and who waits for one; none of the embedded one's. */
  connections(): { busy: number; idle: number; waiting: number };
  /**
   * Why nobody should be sent to this server, in words for its operator: no answer, nothing kept, a schema that is
   * behind, no room to write where that is ours to see to. Null: it is ready.
   */
  whyNotReady(): Promise<string | null>;
  /** A backup was restored, and what that means is not settled yet. Once it is, it is only looked again with readiness. */
  isUnsettled(): Promise<boolean>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string | undefined;
  /** The word `memory` keeps nothing. */
  dataDir: string;
  entities: NonNullable<Options['entities']>;
  /** How long an answer of PostgreSQL is waited for, in milliseconds; 0: for ever, as a migration may need. */
  patienceMs?: number;
  /** Past a pooler, where `url` leads to one. */
  directUrl?: string | undefined;
  /** How many may be open at once. */
  connections?: number;
}

const ORM_SETTINGS = {
  extensions: [Migrator],
  migrations: { migrationsList: migrations, snapshot: false, silent: true },
  // Every request and every job forks its own; the global one is never used.
  allowGlobalContext: false,
  forceUtcTimezone: true,
};

export async function connectDatabase({
  url,
  dataDir,
  directUrl = url,
  entities,
  patienceMs = PATIENCE_MS,
  connections = 10,
}: DatabaseOptions): Promise<Database> {
  const shared = { entities, ...ORM_SETTINGS };
  let pool: ClientPool | null = null;
  const orm = url
    ? await PostgreSqlMikroORM.init({
        ...shared,
        ...postgreSqlAt({ url, patienceMs, connections }, (made) => (pool = made)),
      })
    : await PgliteMikroORM.init({
        ...shared,
        dbName: embeddedPath(dataDir),
        driverOptions: { parsers: instantParsers },
      });
  const embedded = url
    ? undefined
    : await (orm.em.getConnection() as unknown as PgliteConnection).getNativeClient();
  const database = orm as unknown as PostgreSqlMikroORM;
  let isSettled = false;
  const whyNotReady = readiness({
    em: () => database.em.fork(),
    dataDir: url ? null : dataDir,
    onUnusable: () => (isSettled = false),
  });
  return {
    orm: database,
    embedded,
    url,
    directUrl,
    connections: () => connectionsOf(pool),
    em: () => database.em.fork(),
    whyNotReady,
    isUnsettled: async () => {
      isSettled ||= (await whyUnsettled(database.em.fork())) === null;
      return !isSettled;
    },
    close: () => orm.close(true),
  };
}

function connectionsOf(pool: ClientPool | null) {
  const { totalCount = 0, idleCount = 0, waitingCount = 0 } = pool ?? {};
  return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}

function postgreSqlAt(
  { url, patienceMs, connections }: { url: string; patienceMs: number; connections: number },
  onPool: (pool: ClientPool) => void,
) {
  return {
    clientUrl: url,
    pool: { min: 0, max: connections },
    driverOptions: {
      // MikroORM takes the address apart and drops what stands behind its "?": the driver has to read sslmode itself,
      // or a connection that was to be encrypted is not.
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
      onPoolCreated: (pool: ClientPool) => {
        readInstantsAsDates(pool.options.types);
        closeTimedOutConnections(pool);
        releaseDeadConnections(pool);
        onPool(pool);
      },
    },
  };
}

/** Brings the database up to date and says which migrations that took. */
export async function migrateDatabase(options: DatabaseOptions): Promise<string[]> {
  const { orm, close } = await connectDatabase({ ...options, patienceMs: 0 });
  try {
    const done = await orm.migrator.up();
    await notePlace(orm.em.fork());
    return done.map(({ name }) => name);
  } finally {
    await close();
  }
}

function embeddedPath(dataDir: string): string {
  if (dataDir === 'memory') return 'memory://';
  mkdirSync(dataDir, { recursive: true });
  return join(dataDir, 'database');
}
