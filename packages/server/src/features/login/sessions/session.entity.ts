import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../../accounts/index.ts';

/** A login that lasts. The cookie holds the token; here stands its SHA-256 alone. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.uuid().primary(),
    tokenHash: p.string().length(64).unique(),
    account: () => p.manyToOne(Account).deleteRule('cascade').index(),
    method: p.enum(['PASSWORD', 'LOGIN_LINK', 'LOGIN_CODE', 'PASSKEY'] as const),
    device: p.string().length(80),
    createdAt: p.datetime(3),
    lastSeenAt: p.datetime(3),
    /** The end that no activity moves. */
    expiresAt: p.datetime(3).index(),
    passwordWithoutCurrentUntil: p.datetime(3).nullable(),
    /** When a second step was last passed in it; null: never. */
    secondStepAt: p.datetime(3).nullable(),
  },
});
export type Session = InferEntity<typeof Session>;
