import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../../accounts/index.ts';

/** A message kept for using again. Tags stand literally. */
export const MessageTemplate = defineEntity({
  name: 'MessageTemplate',
  tableName: 'message_template',
  properties: {
    id: p.uuid().primary(),
    coach: () => p.manyToOne(Account).deleteRule('cascade').index(),
    name: p.string().length(100),
    subject: p.text(),
    body: p.text(),
    createdAt: p.datetime(3),
  },
});
export type MessageTemplate = InferEntity<typeof MessageTemplate>;
