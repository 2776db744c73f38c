import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../account.entity.ts';
import { accessEventKinds } from './access-event-kinds.ts';

/** What moved an account to another address, or tried to, stays for good: it is asked about years later. */
export const IS_PASSING = `kind !~ '^(FRESH_START|EMAIL_CHANGE)'`;

/** One thing that happened to an account's access. Holds no token, no code and nothing that was typed. */
export const AccessEvent = defineEntity({
  name: 'AccessEvent',
  tableName: 'access_event',
  indexes: [
    { properties: ['account', 'at'] },
    // What the login help report counts, so that tries it doesn't count cost it nothing.
    { properties: ['account', 'kind', 'browserHash', 'at'] },
    { properties: ['at'], where: IS_PASSING, name: 'access_event_passing_index' },
  ],
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(Account).deleteRule('cascade'),
    at: p.datetime(3),
    kind: p.enum(accessEventKinds),
    /** OWNER: the person themselves. SYSTEM: nobody in person. COACH: see actorAccount. */
    actor: p.enum(['OWNER', 'COACH', 'SYSTEM'] as const),
    actorAccount: () => p.manyToOne(Account).nullable().deleteRule('set null').index(),
    /** In words: Firefox on Windows. */
    device: p.string().length(80).nullable(),
    /** The browser it came from, as a hash: tells tries from known browsers apart from strangers'. */
    browserHash: p.string().length(64).nullable(),
  },
});
export type AccessEvent = InferEntity<typeof AccessEvent>;
