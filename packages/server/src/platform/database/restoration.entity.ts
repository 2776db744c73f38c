import { defineEntity, p } from '@mikro-orm/core';

/** One row: where this database lives, by which a backup that was restored is known, and what waits since then. */
export const Restoration = defineEntity({
  name: 'Restoration',
  tableName: 'restoration',
  properties: {
    id: p.integer().primary().autoincrement(false),
    /** Of the server and of this very table: a dump that is restored makes another one. */
    place: p.string().length(64),
    /** What was to go before then waits: it may have gone since the backup was made. Null: nothing waits. */
    mailHeldSince: p.datetime(3).nullable(),
  },
});
