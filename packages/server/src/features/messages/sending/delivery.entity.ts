import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../../accounts/index.ts';
import { Message } from '../writing/index.ts';

/** One message to one person: a client, or the coach who wants a copy. */
export const Delivery = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  uniques: [{ properties: ['message', 'client'] }],
  indexes: [
    { properties: ['state', 'nextAttemptAt'] },
    { properties: ['client', 'createdAt'] },
    { properties: ['place', 'nextAttemptAt'], where: "state = 'QUEUED'", name: 'delivery_turn_index' },
    // Whether anything of a message still waits, and which of the held go by themselves.
    { properties: ['message'], where: "state = 'QUEUED' and not is_copy", name: 'delivery_queued_index' },
    // What a coach has to look at.
    {
      properties: ['message'],
      where: "state in ('BOUNCED', 'FAILED', 'HELD') and held_until is null and not is_copy",
      name: 'delivery_troubled_index',
    },
    {
      properties: ['heldUntil'],
      where: "state = 'HELD' and held_until is not null",
      name: 'delivery_held_index',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    /** Of the Message-ID: the same over all tries, another one once the coach has it sent again. */
    mailId: p.uuid().unique(),
    message: () => p.manyToOne(Message).deleteRule('cascade'),
    /** Of a copy: the coach. */
    client: () => p.manyToOne(Account).deleteRule('cascade'),
    /** The coach's own copy: waits and asks like all the others, is rendered for nobody, and shown and counted nowhere. */
    isCopy: p.boolean().default(false),
    /** The address at the moment of sending. */
    email: p.string().length(320),
    state: p.enum(['QUEUED', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED', 'HELD'] as const),
    /** In words, for the coach: why it is held, failed or bounced. */
    reason: p.string().length(300).nullable(),
    /** What it came back for; the reason then holds the words of who turned it away. */
    fault: p.enum(['ADDRESS', 'CONTENT', 'REPUTATION', 'ACCOUNT', 'SERVER'] as const).nullable(),
    /** Whose turn it is: the first of every message goes before the second of any, so that none waits behind a large one. */
    place: p.integer().default(0),
    attempts: p.integer().default(0),
    nextAttemptAt: p.datetime(3),
    /** Held until then, and queued again by itself; null: until somebody mends the reason. */
    heldUntil: p.datetime(3).nullable(),
    /** A worker has it until then; null: nobody has. */
    claimedUntil: p.datetime(3).nullable(),
    /** It was handed to the provider then, and no answer has been seen: the provider is asked before any other try. */
    uncertainSince: p.datetime(3).nullable(),
    /** How often the provider was asked since then: clocks jump, and time alone does not show that it had its chance. */
    asks: p.integer().default(0),
    /** A login link was made for it, and one was used: stays when the links themselves are removed. */
    linkMadeAt: p.datetime(3).nullable(),
    linkUsedAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});
export type Delivery = InferEntity<typeof Delivery>;
