import 'reflect-metadata';
import { product } from './features.ts';
import { readEnv } from './env.ts';
import { systemClock } from './platform/clock.ts';
import { connectDatabase, migrateDatabase } from './platform/database/connect.ts';
import { lockDataDir } from './platform/database/lock-data-dir.ts';
import { migrateJobs } from './platform/jobs/jobs-schema.ts';
import { keepRelease } from './platform/releases/keep-release.ts';
import { runProcess } from './run-process.ts';

/** Brings the database up to date and ends. */
await runProcess(async () => {
  const env = readEnv();
  const release = env.databaseUrl ? null : await lockDataDir(env.dataDir, systemClock.now());
  const where = { url: env.databaseDirectUrl, dataDir: env.dataDir, entities: product.entities };
  const done = await migrateDatabase(where);
  const database = await connectDatabase(where);
  await keepRelease(database.em(), env.appDir, systemClock.now()).finally(database.close);
  // The embedded database has a single process, which does this when it starts.
  if (env.databaseDirectUrl) await migrateJobs(env.databaseDirectUrl);
  process.stdout.write(done.length === 0 ? 'The database is up to date.\n' : `Applied: ${done.join(', ')}\n`);
  await release?.();
  process.exit(0);
});
