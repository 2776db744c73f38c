import { defineEntity, p } from '@mikro-orm/core';

/** One row: the key under which typed text is fingerprinted in counters. Made at the first start. */
export const ServerSecret = defineEntity({
  name: 'ServerSecret',
  tableName: 'server_secret',
  properties: { id: p.integer().primary().autoincrement(false), value: p.string().length(64) },
});
