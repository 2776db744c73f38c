import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LoginDocument, RequestLoginLinkDocument } from '@latchstring/operations';
import { createApp } from '../../src/app.ts';
import { createLog } from '../../src/platform/log.ts';
import { aClient } from '../world/people.ts';
import { PrivateCluster } from '../world/private-cluster.ts';
import { testEnv } from '../world/test-env.ts';
import { useWorld } from '../world/world.ts';

const script = join(import.meta.dirname, '../../../../deploy/database.sh');
const password = "it's a pass'word; drop table x";

const cluster = await PrivateCluster.openMigrated();
const at = new URL(cluster?.url ?? 'postgres://localhost');
const urlOf = (database: string) =>
  `postgres://latchstring:${encodeURIComponent(password)}@${at.host}/${database}`;
const env = { ...process.env, PGHOST: at.hostname, PGPORT: at.port, POSTGRES_PASSWORD: password };
const asSuperuser = (sql: string) =>
  execFileSync('psql', ['-X', '-At', '-U', 'postgres', '-d', 'postgres', '-c', sql], {
    env,
    encoding: 'utf8',
  }).trim();

// As the database's container begins: its script, and then the migration by the server's own role.
if (cluster) {
  execFileSync('sh', [script], { env });
  const parts = { api: false, worker: false, migrate: true };
  const own = testEnv({ dataDir: 'memory', databaseUrl: urlOf('latchstring') });
  await (await createApp({ env: own, log: createLog('silent'), parts })).stop();
}
const world = useWorld(cluster ? { env: { databaseUrl: urlOf('latchstring') } } : {});
afterAll(() => cluster?.close());

describe.runIf(cluster)('the database as docker compose sets it up', () => {
  let may: Record<string, unknown> = {};
  beforeAll(async () => {
    [may = {}] = await world.rows<Record<string, unknown>>(
      'select current_user as name, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls from pg_roles where rolname = current_user',
    );
  });

  it('P052 gives the server a role that may nothing beyond its own database', async () => {
    expect(may).toEqual({
      name: 'latchstring',
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      rolbypassrls: false,
    });
    await expect(world.rows('select rolpassword from pg_authid')).rejects.toThrow(/permission denied/);
    await expect(world.rows(`select pg_read_file('/etc/passwd')`)).rejects.toThrow(/permission denied/);
    await expect(world.rows(`copy account to program 'true'`)).rejects.toThrow(/permission denied|must be/);
    const elsewhere = () =>
      execFileSync('psql', ['-X', '-At', urlOf('postgres'), '-c', 'select 1'], { stdio: 'pipe' });
    expect(elsewhere).toThrow(/permission denied for database/);
  });

  it('P053 leaves the superuser without a password, and the server with the one that was given', () => {
    const passwords = asSuperuser(
      `select rolname, rolpassword is null from pg_authid where rolcanlogin order by rolname`,
    );
    expect(passwords).toBe('latchstring|f\npostgres|t');
  });

  it('is enough to log people in and to mail them', async () => {
    const client = await aClient(world);
    const { login } = await world
      .browser()
      .run(LoginDocument, { username: client.username, password: client.password });
    expect(login.__typename).toBe('LoggedIn');
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    expect((await world.latest(client.email)).links()).toHaveLength(1);
  });
});
