import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../accounts/index.ts';

/**
 * A letter that went to the owner of an account, so that what the provider tells of it is marked on that account and on
 * no other at the same address: an address that several people share must tell nobody of the others.
 */
export const LetterSent = defineEntity({
  name: 'LetterSent',
  tableName: 'letter_sent',
  properties: {
    /** Of its Message-ID, the part before the @. */
    mailId: p.uuid().primary(),
    account: () => p.manyToOne(Account).deleteRule('cascade').primary().index(),
    askedBy: p.enum(['OWNER', 'US', 'ANYONE'] as const),
    sentAt: p.datetime(3).index(),
  },
});
export type LetterSent = InferEntity<typeof LetterSent>;
