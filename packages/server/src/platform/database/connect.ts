import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { MikroORM as PgliteMikroORM, type PgliteConnection } from '@mikro-orm/pglite';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM as PostgreSqlMikroORM, type Options, type SqlEntityManager } from '@mikro-orm/postgresql';
import type { PGlite } from '@electric-sql/pglite';
import { askBriefly } from '../ask-briefly.ts';
import { instantParsers, readInstantsAsDates } from './instants.ts';
import { migrations } from './migrations.ts';
import { closeTimedOutConnections, releaseDeadConnections, type ClientPool } from './pool-patches.ts';

/** An answer that takes longer is not waited for: a database that hangs must not hold everything that asks it for ever. */
export const PATIENCE_MS = 20_000;

/** Whoever looks whether this server is ready has little patience of their own. */
const READY_MS = 2_000;

/** Two segments of its write-ahead log. */
const LEAST_ROOM_BYTES = 32 * 1024 * 1024;

/** One open database: PostgreSQL where `url` is given, else the embedded one in `dataDir` (or in memory). */
export interface Database {
  em(): SqlEntityManager;
  orm: PostgreSqlMikroORM;
  /** The embedded database itself, for what needs the one connection: undefined on PostgreSQL. */
  embedded: PGlite | undefined;
  url: string | undefined;
  /** Connections to PostgreSQL, and who waits for one; none of the embedded one's. */
  connections(): { busy: number; idle: number; waiting: number };
  /** Whether it answers, and has room to write where it is ours to see to that. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string | undefined;
  /** The word `memory` keeps nothing. */
  dataDir: string;
  entities: NonNullable<Options['entities']>;
  /** How long an answer of PostgreSQL is waited for, in milliseconds; 0: for ever, as a migration may need. */
  patienceMs?: number;
}

export async function connectDatabase({
  url,
  dataDir,
  entities,
  patienceMs = PATIENCE_MS,
}: DatabaseOptions): Promise<Database> {
  const shared = {
    entities,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, silent: true },
    // Every request and every job forks its own; the global one is never used.
    allowGlobalContext: false,
    forceUtcTimezone: true,
  };
  let pool: ClientPool | null = null;
  const orm = url
    ? await PostgreSqlMikroORM.init({ ...shared, ...postgreSqlAt(url, patienceMs, (made) => (pool = made)) })
    : await PgliteMikroORM.init({
        ...shared,
        dbName: embeddedPath(dataDir),
        driverOptions: { parsers: instantParsers },
      });
  const embedded = url
    ? undefined
    : await (orm.em.getConnection() as unknown as PgliteConnection).getNativeClient();
  const database = orm as unknown as PostgreSqlMikroORM;
  const answers = readiness(database);
  return {
    orm: database,
    embedded,
    url,
    connections: () => connectionsOf(pool),
    em: () => database.em.fork(),
    isReady: async () => {
      const looks = await Promise.all([answers(), url ? true : hasRoomIn(dataDir)]);
      return looks.every((isWell) => isWell);
    },
    close: () => orm.close(true),
  };
}

function connectionsOf(pool: ClientPool | null) {
  const { totalCount = 0, idleCount = 0, waitingCount = 0 } = pool ?? {};
  return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}

function postgreSqlAt(url: string, patienceMs: number, onPool: (pool: ClientPool) => void) {
  return {
    clientUrl: url,
    pool: { min: 0, max: 10 },
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
  const done = await orm.migrator.up().finally(close);
  return done.map(({ name }) => name);
}

/** Whether it answers within a short while. */
function readiness(orm: PostgreSqlMikroORM): () => Promise<boolean> {
  const ask = askBriefly(() => orm.em.fork().execute('select 1'), READY_MS);
  return async () => (await ask()) !== null;
}

/** On a full disk it still answers what it is asked, and loses nothing; but nobody can log in or change anything. */
async function hasRoomIn(dataDir: string): Promise<boolean> {
  const disk = await statfs(dataDir).catch(() => null);
  return disk === null || disk.bavail * disk.bsize >= LEAST_ROOM_BYTES;
}

function embeddedPath(dataDir: string): string {
  if (dataDir === 'memory') return 'memory://';
  mkdirSync(dataDir, { recursive: true });
  return join(dataDir, 'database');
}
