import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { product } from '../../src/features.ts';
import { connectDatabase, type Database } from '../../src/platform/database/connect.ts';

const postgres = inject('postgres');
const databases: { name: string; url: string | undefined }[] = [
  { name: 'the embedded database', url: undefined },
  ...(postgres ? [{ name: 'PostgreSQL', url: postgres }] : []),
];

describe.each(databases)('a statement on $name', ({ url }) => {
  let database: Database;
  beforeAll(async () => {
    database = await connectDatabase({ url, dataDir: 'memory', entities: product.entities });
  });
  afterAll(() => database.close());

  const at = new Date('2026-11-25T09:00:00.123Z');

  it('answers an instant as a Date, and none as null', async () => {
    const sql =
      'select ?::timestamptz(3) as at, null::timestamptz(3) as never, max(at) as latest from (select ?::timestamptz as at) t';
    expect(await database.em().execute(sql, [at, at])).toEqual([{ at, never: null, latest: at }]);
  });

  it('answers the same instant whatever time zone the connection speaks in', async () => {
    const answered = await database.em().transactional(async (em) => {
      await em.execute("set local time zone 'Asia/Kathmandu'");
      return em.execute<{ at: Date; written: string }[]>(
        'select ?::timestamptz(3) as at, ?::timestamptz(3)::text as written',
        [at, at],
      );
    });
    expect(answered).toEqual([{ at, written: '2026-11-25 14:45:00.123+05:45' }]);
  });

  it('answers instants of statements that the query builder makes as Dates, too', async () => {
    const kysely = database.em().getKysely<{ moments: { at: Date } }>();
    const rows = await kysely
      .with('moments', (db) =>
        db.selectNoFrom((eb) => eb.cast<Date>(eb.val(at.toISOString()), 'timestamptz').as('at')),
      )
      .selectFrom('moments')
      .select('at')
      .execute();
    expect(rows).toEqual([{ at }]);
  });
});
