import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../../accounts/index.ts';

/** A challenge that waits for a browser's passkey dialogue. The browser has the challenge; here stands its SHA-256. */
export const PasskeyCeremony = defineEntity({
  name: 'PasskeyCeremony',
  tableName: 'passkey_ceremony',
  properties: {
    id: p.uuid().primary(),
    challengeHash: p.string().length(64).unique(),
    purpose: p.enum(['LOGIN', 'ADD'] as const),
    /** Whose passkey is to be added; a login says nothing of accounts before it is done. */
    account: () => p.manyToOne(Account).nullable().deleteRule('cascade').index(),
    /** The session that adds it. */
    sessionId: p.uuid().nullable(),
    browserHash: p.string().length(64),
    expiresAt: p.datetime(3).index(),
  },
});
