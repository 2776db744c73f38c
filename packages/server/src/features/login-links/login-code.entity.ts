import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../accounts/index.ts';

/** The short code beside a login link; at most one for each account, the newest. */
export const LoginCode = defineEntity({
  name: 'LoginCode',
  tableName: 'login_code',
  properties: {
    account: () => p.oneToOne(Account).primary().deleteRule('cascade'),
    /** argon2id: 40 bits are too few for a bare SHA-256. */
    codeHash: p.string().length(255),
    credentialsVersion: p.integer(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
  },
});
export type LoginCode = InferEntity<typeof LoginCode>;
