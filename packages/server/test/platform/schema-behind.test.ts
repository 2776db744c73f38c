import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildServer, ofNode, startHouse } from '../world/own-process.ts';
import { anEmptyDatabase, copyTemplate } from '../world/template.ts';
import { useWorld } from '../world/world.ts';

const server = inject('postgres') ?? '';
const world = useWorld();
const look = async () => {
  const { statusCode, body } = await world.browser().send('GET', '/readyz');
  return { statusCode, body };
};

describe('C170 a database that is behind its schema', () => {
  it('is not ready, says what is missing, and is ready again once it is there', async () => {
    expect(await look()).toEqual({ statusCode: 200, body: 'ready\n' });
    const taken = await world.rows<{ name: string }>(
      `delete from mikro_orm_migrations where id in (select id from mikro_orm_migrations order by id desc limit 2) returning name`,
    );
    const { statusCode, body } = await look();
    expect(statusCode).toBe(503);
    expect(body).toBe(
      'not ready: the database lacks 2 migrations of this release: run the command `migrate`\n',
    );
    for (const { name } of taken)
      await world.rows('insert into mikro_orm_migrations (name, executed_at) values (?, now())', [name]);
    expect(await look()).toEqual({ statusCode: 200, body: 'ready\n' });
  });
});

const dist = join(import.meta.dirname, '../../dist');
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://login.example.com',
  SEALING_KEY: 'a key of the tests that is long enough to be one',
  MAILGUN_KEY: 'key',
  MAILGUN_DOMAIN: 'mail.test',
};

/** What a process prints that ends by itself, and the code it ends with. */
function run(words: string, DATABASE_URL: string): Promise<{ code: unknown; printed: string }> {
  const [file = '', ...args] = words.split(' ');
  const env = { ...ofNode, ...PRODUCTION, PORT: '0', DATABASE_URL };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(dist, file), ...args], { env, timeout: 60_000 }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, printed: out + err }),
    );
  });
}

describe.runIf(server)('C170 the tables of the job queue', () => {
  beforeAll(buildServer, 120_000);
  const dropped: (() => Promise<void>)[] = [];
  afterAll(() => Promise.all(dropped.map((drop) => drop())));

  /** Asks in another database. */
  async function on(url: string, sql: string): Promise<{ version: number }[]> {
    const { MikroORM } = await import('@mikro-orm/postgresql');
    const orm = await MikroORM.init({
      clientUrl: url,
      entities: [],
      discovery: { warnWhenNoEntities: false },
    });
    return orm.em
      .getConnection()
      .execute<{ version: number }[]>(sql)
      .finally(() => orm.close());
  }
  const versionIn = async (url: string) => (await on(url, 'select version from pgboss.version'))[0]?.version;

  it('are made by the migration, and brought up to date by it alone', async () => {
    const empty = await anEmptyDatabase(server);
    dropped.push(empty.drop);
    expect(await run('migrate.js', empty.url)).toMatchObject({ code: 0 });
    const now = (await versionIn(empty.url)) ?? 0;
    // Two releases ago.
    await on(empty.url, `update pgboss.version set version = ${now - 2}`);
    for (const words of [
      'main.js',
      'main.js --api',
      'worker.js',
      'admin.js set-practice --practice x --fresh-starts on',
    ])
      expect(await run(words, empty.url)).toEqual({
        code: 1,
        printed: expect.stringMatching(/^.*job queue are behind.*run the command `migrate`\.\n$/) as string,
      });
    expect(await versionIn(empty.url)).toBe(now - 2);
    await run('migrate.js', empty.url);
    expect(await versionIn(empty.url)).toBe(now);
  }, 120_000);

  it('of a newer release are left as they are, and worked with', async () => {
    const { databaseUrl = '', dataDir, drop } = await copyTemplate(inject('runDir'), server);
    dropped.push(drop);
    const now = (await versionIn(databaseUrl)) ?? 0;
    await on(databaseUrl, `update pgboss.version set version = ${now + 1}`);
    const house = await startHouse({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir });
    expect(await house.end()).toBe(0);
    expect(await versionIn(databaseUrl)).toBe(now + 1);
  }, 60_000);

  it('without the migrations beside them: a worker refuses to begin', async () => {
    const { databaseUrl = '', drop } = await copyTemplate(inject('runDir'), server);
    dropped.push(drop);
    await on(databaseUrl, 'delete from mikro_orm_migrations where id > 1');
    expect(await run('worker.js', databaseUrl)).toEqual({
      code: 1,
      printed: expect.stringMatching(
        /^.*lacks \d+ migrations? of this release: run the command `migrate`\.\n$/,
      ) as string,
    });
  }, 60_000);
});
