import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../account.entity.ts';

/** A change of what opens an account, which waits before it takes effect. Kept for good: it is part of the diary. */
export const AccessChange = defineEntity({
  name: 'AccessChange',
  tableName: 'access_change',
  indexes: [{ properties: ['account', 'endedAt'] }, { properties: ['kind', 'endedAt', 'takesEffectAt'] }],
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(Account).deleteRule('cascade'),
    kind: p.enum(['EMAIL_CHANGE', 'FRESH_START'] as const),
    askedBy: p.enum(['OWNER', 'COACH'] as const),
    askedByAccount: () => p.manyToOne(Account).nullable().deleteRule('set null').index(),
    /** Where the notices go, and where everything goes until the change takes effect. */
    oldEmail: p.string().length(320),
    newEmail: p.string().length(320),
    createdAt: p.datetime(3),
    /** Of an email change: until then it can be confirmed, and only until then it waits. */
    expiresAt: p.datetime(3).nullable(),
    /** Of a fresh start: when the first notice went, when the second is due and when it went. */
    noticedAt: p.datetime(3).nullable(),
    remindAt: p.datetime(3).nullable(),
    remindedAt: p.datetime(3).nullable(),
    takesEffectAt: p.datetime(3).nullable(),
    /** Null while it waits. */
    endedAt: p.datetime(3).nullable(),
    /**
     * DONE: it took effect. STOPPED: by the link in the letter to the old address. CANCELLED: by the owner. WITHDRAWN: by
     * the coach. REPLACED: by a newer one.
     */
    endedAs: p.enum(['DONE', 'STOPPED', 'CANCELLED', 'WITHDRAWN', 'REPLACED'] as const).nullable(),
  },
});
export type AccessChange = InferEntity<typeof AccessChange>;
