import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { CannotBegin } from '../cannot-begin.ts';
import { migrations } from './migrations.ts';
import { whyUnsettled } from './restoration.ts';

const RUN = `
  select count(*)::int as n from mikro_orm_migrations where name = any(string_to_array(?, ','))`;

/** That migrations of this release are still to come, in words; null: it has them all, and may have more. */
async function whySchemaBehind(em: SqlEntityManager): Promise<string | null> {
  const names = migrations.map(({ name }) => name);
  const [row] = await em.execute<{ n: number }[]>(RUN, [names.join()]);
  const missing = names.length - (row?.n ?? 0);
  if (missing === 0) return null;
  return `the database lacks ${missing} migration${missing === 1 ? '' : 's'} of this release: run the command \`migrate\``;
}

/** What keeps a database from being worked with, in words; null: nothing. */
export async function whyNotUsable(em: SqlEntityManager): Promise<string | null> {
  return (await whySchemaBehind(em)) ?? (await whyUnsettled(em));
}

/** For those that would only do harm on an older schema, or send what has gone already. */
export async function refuseUnusable(em: SqlEntityManager): Promise<void> {
  const why = await whyNotUsable(em);
  if (why) throw new CannotBegin(why);
}
