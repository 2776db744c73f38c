import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../../accounts/index.ts';

/**
 * The short code beside a login link; of each account the newest that its own browsers asked for, and the newest that
 * anybody did, which takes nothing from the first.
 */
export const LoginCode = defineEntity({
  name: 'LoginCode',
  tableName: 'login_code',
  properties: {
    account: () => p.manyToOne(Account).primary().deleteRule('cascade'),
    askedBy: p.enum(['OWNER', 'ANYONE'] as const).primary(),
    /** HMAC-SHA-256 under a key outside the database: 40 bits are too few for a bare hash. */
    codeHash: p.string().length(64),
    credentialsVersion: p.integer(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3).index(),
  },
});
export type LoginCode = InferEntity<typeof LoginCode>;
