import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** What somebody asked for under a key of theirs, so that asking again does not do it again. Kept for 24 hours. */
export const IdempotencyKey = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_key',
  primaryKeys: ['accountId', 'key'],
  properties: {
    accountId: p.uuid().primary(),
    key: p.string().length(255).primary(),
    inputHash: p.string().length(64),
    resultId: p.uuid().nullable(),
    createdAt: p.datetime(3).index(),
  },
});
export type IdempotencyKey = InferEntity<typeof IdempotencyKey>;
