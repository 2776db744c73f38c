import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MikroORM as PgliteMikroORM, type PgliteConnection } from '@mikro-orm/pglite';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM as PostgreSqlMikroORM, type Options, type SqlEntityManager } from '@mikro-orm/postgresql';
import type { PGlite } from '@electric-sql/pglite';
import { migrations } from './migrations.ts';

/** One open database: PostgreSQL where `url` is given, else the embedded one in `dataDir` (or in memory). */
export interface Database {
  em(): SqlEntityManager;
  orm: PostgreSqlMikroORM;
  /** The embedded database itself, for what needs the one connection: undefined on PostgreSQL. */
  embedded: PGlite | undefined;
  url: string | undefined;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string | undefined;
  /** The word `memory` keeps nothing. */
  dataDir: string;
  entities: NonNullable<Options['entities']>;
}

export async function connectDatabase({ url, dataDir, entities }: DatabaseOptions): Promise<Database> {
  const shared = {
    entities,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, silent: true },
    // Every request and every job forks its own; the global one is never used.
    allowGlobalContext: false,
    forceUtcTimezone: true,
  };
  const orm = url
    ? await PostgreSqlMikroORM.init({ ...shared, clientUrl: url, pool: { min: 0, max: 10 } })
    : await PgliteMikroORM.init({ ...shared, dbName: embeddedPath(dataDir) });
  const embedded = url
    ? undefined
    : await (orm.em.getConnection() as unknown as PgliteConnection).getNativeClient();
  const database = orm as unknown as PostgreSqlMikroORM;
  return {
    orm: database,
    embedded,
    url,
    em: () => database.em.fork(),
    close: () => orm.close(true),
  };
}

function embeddedPath(dataDir: string): string {
  if (dataDir === 'memory') return 'memory://';
  mkdirSync(dataDir, { recursive: true });
  return join(dataDir, 'database');
}
