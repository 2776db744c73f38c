import 'reflect-metadata';
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { createApp } from '../../src/app.ts';
import { createLog } from '../../src/platform/log.ts';
import { testEnv } from './test-env.ts';

/** Names of databases on the test server, derived from the run's folder so that runs don't meet. */
function templateName(runDir: string): string {
  return basename(runDir).toLowerCase().replace(/\W/g, '_');
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer(server: string, sql: string): Promise<void> {
  const orm = await MikroORM.init({
    clientUrl: server,
    entities: [],
    discovery: { warnWhenNoEntities: false },
  });
  await orm.em.getConnection().execute(sql);
  await orm.close();
}

export async function createTemplate(runDir: string, server: string | undefined): Promise<void> {
  const name = templateName(runDir);
  if (server) await onServer(server, `create database "${name}"`);
  const env = testEnv({ dataDir: join(runDir, 'template'), databaseUrl: server && urlOf(server, name) });
  const app = await createApp({
    env,
    log: createLog('silent'),
    parts: { api: false, worker: false, migrate: true },
  });
  await app.stop();
}

let copies = 0;

/** A database of one's own: where it is, and how to be rid of it. */
export async function copyTemplate(
  runDir: string,
  server: string | undefined,
): Promise<{ dataDir: string; databaseUrl: string | undefined; drop: () => Promise<void> }> {
  copies += 1;
  const own = `${process.pid}_${copies}`;
  const dataDir = join(runDir, own);
  if (!server) {
    cpSync(join(runDir, 'template'), dataDir, { recursive: true });
    return { dataDir, databaseUrl: undefined, drop: () => Promise.resolve() };
  }
  const name = `${templateName(runDir)}_${own}`;
  await onServer(server, `create database "${name}" template "${templateName(runDir)}"`);
  // No test takes the power away: none has to wait for the disk. Where a server dies, it is a server of the test's own.
  await onServer(server, `alter database "${name}" set synchronous_commit = off`);
  const drop = () => onServer(server, `drop database "${name}" with (force)`);
  return { dataDir, databaseUrl: urlOf(server, name), drop };
}

/** A database without a single table in it. */
export async function anEmptyDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `latchstring_empty_${process.pid}`;
  await onServer(server, `create database "${name}"`);
  return { url: urlOf(server, name), drop: () => onServer(server, `drop database "${name}" with (force)`) };
}

export async function dropTemplate(server: string, runDir: string): Promise<void> {
  await onServer(server, `drop database if exists "${templateName(runDir)}" with (force)`);
}
