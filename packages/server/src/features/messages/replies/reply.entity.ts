import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Delivery } from '../sending/index.ts';
import { Message } from '../writing/index.ts';

/** What a client wrote back to a message by mail: the new text alone, every login link and code cut out of it. */
export const Reply = defineEntity({
  name: 'Reply',
  tableName: 'reply',
  uniques: [{ properties: ['delivery', 'mailHash'] }],
  indexes: [{ properties: ['message', 'at', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    message: () => p.manyToOne(Message).deleteRule('cascade'),
    /** To whom they reply, and so who. */
    delivery: () => p.manyToOne(Delivery).deleteRule('cascade'),
    at: p.datetime(3),
    text: p.text(),
    attachmentNames: p.json<string[]>(),
    /** Sent from another address than the mail went to. */
    fromOtherAddress: p.boolean(),
    /** It may be somebody else's: nothing vouches for its sender, or it came from another address. */
    doubtful: p.boolean().default(false),
    /** Its words are in a part that we can't read. */
    unreadable: p.boolean().default(false),
    /** SHA-256 of its Message-ID: the same mail told twice is one reply. Null where it had none. */
    mailHash: p.string().length(64).nullable(),
  },
});
export type Reply = InferEntity<typeof Reply>;
