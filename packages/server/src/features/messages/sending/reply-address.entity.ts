import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Delivery } from './delivery.entity.ts';

/** Where a reply to one mail arrives. The mail holds the address; here stands the SHA-256 of its random part alone. */
export const ReplyAddress = defineEntity({
  name: 'ReplyAddress',
  tableName: 'reply_address',
  properties: {
    keyHash: p.string().length(64).primary(),
    /** A delivery that was sent again has one for each mail, and all stay good. */
    delivery: () => p.manyToOne(Delivery).deleteRule('cascade').index(),
    createdAt: p.datetime(3).index(),
  },
});
export type ReplyAddress = InferEntity<typeof ReplyAddress>;
