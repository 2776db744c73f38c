import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { migrations } from './migrations.ts';

/** The database lacks what this release needs; the message says so with the cure. */
export class SchemaBehind extends Error {}

const RUN = `
  select count(*)::int as n from mikro_orm_migrations where name = any(string_to_array(?, ','))`;

/** That migrations of this release are still to come, in words; null: it has them all, and may have more. */
export async function whySchemaBehind(em: SqlEntityManager): Promise<string | null> {
  const names = migrations.map(({ name }) => name);
  const [row] = await em.execute<{ n: number }[]>(RUN, [names.join()]);
  const missing = names.length - (row?.n ?? 0);
  if (missing === 0) return null;
  return `the database lacks ${missing} migration${missing === 1 ? '' : 's'} of this release: run the command \`migrate\``;
}

/** For those that would only do harm on an older schema. */
export async function refuseSchemaBehind(em: SqlEntityManager): Promise<void> {
  const why = await whySchemaBehind(em);
  if (why) throw new SchemaBehind(`This process can not begin: ${why} first.`);
}
