import type { SqlEntityManager } from '@mikro-orm/postgresql';

const TABLE = `
  select 'restoration'::regclass::oid::text as "table", has_function_privilege('pg_control_system()', 'execute') as "mayAsk"`;
const SERVER = 'select system_identifier::text as server from pg_control_system()';

/** Where this database lives now: the same after each restart, another one wherever a dump was restored. */
async function presentPlace(em: SqlEntityManager): Promise<string> {
  const [own] = await em.execute<{ table: string; mayAsk: boolean }[]>(TABLE);
  const [at] = own?.mayAsk ? await em.execute<{ server: string }[]>(SERVER) : [];
  return `${at?.server ?? ''}.${own?.table ?? ''}`;
}

const FIRST = 'insert into restoration (id, place) values (1, ?) on conflict (id) do nothing';

/** Done by each migration: the first notes where the database is. */
export async function notePlace(em: SqlEntityManager): Promise<void> {
  await em.execute(FIRST, [await presentPlace(em)]);
}

/** That a backup was restored and nobody has settled what that means, in words; null: no. */
export async function whyUnsettled(em: SqlEntityManager): Promise<string | null> {
  const [row] = await em.execute<{ place: string }[]>('select place from restoration where id = 1');
  if (!row || row.place === (await presentPlace(em))) return null;
  return 'this database came back from a backup, with what had ended since: run the command `admin restored`';
}

const SETTLE = `
  insert into restoration (id, place) values (1, ?) on conflict (id) do update set place = excluded.place`;

export async function settlePlace(em: SqlEntityManager): Promise<void> {
  await em.execute(SETTLE, [await presentPlace(em)]);
}

export async function holdMail(em: SqlEntityManager, since: Date | null): Promise<void> {
  await em.execute('update restoration set mail_held_since = ? where id = 1', [since]);
}

/** For statements about what has come due: what was due before waits. */
export const NOT_HELD_BEFORE = `coalesce((select mail_held_since from restoration), '-infinity')`;
