import { setTimeout } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import own from 'pg-boss/package.json' with { type: 'json' };
import type { Database } from '../database/connect.ts';
import { CannotBegin } from '../cannot-begin.ts';

const LOOK_MS = 200;
const ALONE = { supervise: false, schedule: false, bamIntervalSeconds: 10 };

/**
 * Makes pg-boss' tables or brings them up to date, and waits for the indexes that it builds beside its migration: nobody
 * else builds them.
 */
export async function migrateJobs(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, ...ALONE });
  // Without a listener the first fault would end this process.
  const faults: Error[] = [];
  boss.on('error', (error) => faults.push(error));
  try {
    await boss.start();
    while (faults.length === 0 && (await isBuilding(boss))) await setTimeout(LOOK_MS);
  } finally {
    await boss.stop({ graceful: false });
  }
  for (const fault of faults) throw fault;
}

async function isBuilding(boss: PgBoss): Promise<boolean> {
  const builds = await boss.getBamStatus();
  return builds.some(({ status, count }) => count > 0 && (status === 'pending' || status === 'in_progress'));
}

/**
 * Whether pg-boss may be started as one that migrates, by a process that is not to change its tables. It takes no other
 * version than its own from such a process; tables that a newer release has made are left as they are by one that may,
 * and releases run side by side. Throws where its tables are behind.
 */
export async function mayBossMigrate({ em }: Pick<Database, 'em'>): Promise<boolean> {
  const [row] = await em().execute<{ version: number }[]>('select version from pgboss.version');
  const version = row?.version ?? 0;
  if (version < own.pgboss.schema)
    throw new CannotBegin('the tables of the job queue are behind this release: run the command `migrate`');
  return version > own.pgboss.schema;
}
