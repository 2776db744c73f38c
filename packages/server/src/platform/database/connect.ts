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
import { notePlace, whyUnsettled } from './restoration.ts';
import { whyNotUsable } from './schema-state.ts';
import { closeTimedOutConnections, releaseDeadConnections, type ClientPool } from './pool-patches.ts';

/** An answer that takes longer is not waited for: a database that hangs must not hold everything that asks it for ever. */
export const PATIENCE_MS = 20_000;

/** Whoever looks whether this server is ready has little patience of their own. */
const READY_MS = 2_000;

const NO_ANSWER = 'the database does not answer';
const NOT_CONFIRMED = 'the database does not confirm what is written: its standby is away';
const CONFIRMED_WITHIN_MS = 3_000;

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
  let isSettled = false;
  const schema = readiness(database, () => (isSettled = false));
  return {
    orm: database,
    embedded,
    url,
    connections: () => connectionsOf(pool),
    em: () => database.em.fork(),
    whyNotReady: async () => {
      const looks = await Promise.all([schema(), url ? null : whyNoRoomIn(dataDir)]);
      return looks.find((why) => why !== null) ?? null;
    },
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
  try {
    const done = await orm.migrator.up();
    await notePlace(orm.em.fork());
    return done.map(({ name }) => name);
  } finally {
    await close();
  }
}

/** Asks within a short while. */
function readiness(orm: PostgreSqlMikroORM, onUnusable: () => void): () => Promise<string | null> {
  const whyUnkept = keeping();
  const ask = askBriefly(async () => {
    const em = orm.em.fork();
    const why = (await whyUnkept(em)) ?? (await whyNotUsable(em));
    if (why) onUnusable();
    return { why };
  }, READY_MS);
  return async () => {
    const answer = await ask();
    return answer === null ? NO_ANSWER : answer.why;
  };
}

const KEEPING = `
  select current_setting('transaction_read_only') = 'on' as is_read_only,
         (select min(query_start)::text from pg_stat_activity where wait_event = 'SyncRep') as unconfirmed_since`;

/** That it answers and keeps nothing: as a standby, or as one that waits for its own to confirm. */
function keeping(): (em: SqlEntityManager) => Promise<string | null> {
  let oldest: { start: string | null; seenAt: number } = { start: null, seenAt: 0 };
  return async (em) => {
    const [row] = await em.execute<{ is_read_only: boolean; unconfirmed_since: string | null }[]>(KEEPING);
    if (row?.is_read_only) return 'the database is read-only';
    const start = row?.unconfirmed_since ?? null;
    if (start !== oldest.start) oldest = { start, seenAt: performance.now() };
    return start !== null && performance.now() - oldest.seenAt > CONFIRMED_WITHIN_MS ? NOT_CONFIRMED : null;
  };
}

/** On a full disk it still answers what it is asked, and loses nothing; but nobody can log in or change anything. */
async function whyNoRoomIn(dataDir: string): Promise<string | null> {
  const disk = await statfs(dataDir).catch(() => null);
  return disk !== null && disk.bavail * disk.bsize < LEAST_ROOM_BYTES ? 'the disk is full' : null;
}

function embeddedPath(dataDir: string): string {
  if (dataDir === 'memory') return 'memory://';
  mkdirSync(dataDir, { recursive: true });
  return join(dataDir, 'database');
}
