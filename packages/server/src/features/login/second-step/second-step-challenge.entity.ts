import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../../accounts/index.ts';

/** A first step that was passed and waits for the second. The browser has the token; here stands its SHA-256. */
export const SecondStepChallenge = defineEntity({
  name: 'SecondStepChallenge',
  tableName: 'second_step_challenge',
  properties: {
    /** Becomes the id of the session it opens, so that a link knows what came of it. */
    id: p.uuid().primary(),
    tokenHash: p.string().length(64).unique(),
    account: () => p.manyToOne(Account).deleteRule('cascade').index(),
    /** Set: no login, but a change in this session that asks for the step once more. */
    sessionId: p.uuid().nullable(),
    method: p.enum(['PASSWORD', 'LOGIN_LINK', 'LOGIN_CODE', 'PASSKEY'] as const),
    mayReplacePassword: p.boolean(),
    /** Dead once the account's own version has moved on: a new password, a deactivation, a new address. */
    credentialsVersion: p.integer(),
    browserHash: p.string().length(64),
    expiresAt: p.datetime(3).index(),
  },
});
