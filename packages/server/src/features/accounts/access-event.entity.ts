import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from './account.entity.ts';

/** As the API calls them: contract and table say the same. */
export const accessEventKinds = [
  'LOGGED_IN',
  'LOGIN_FAILED',
  'LOGGED_OUT',
  'USERNAME_REQUESTED',
  'LOGIN_LINK_REQUESTED',
  'LOGIN_LINK_SENT',
  'LOGIN_LINK_SENT_BY_COACH',
  'LOGIN_LINK_USED',
  'LOGIN_LINK_EXPIRED',
  'LOGIN_LINK_REVOKED',
  'PASSWORD_CHANGED',
  'USERNAME_CHANGED',
  'EMAIL_CHANGE_REQUESTED',
  'EMAIL_CHANGED',
  'SESSION_REVOKED',
  'DEACTIVATED',
  'REACTIVATED',
  'API_TOKEN_CREATED',
  'API_TOKEN_REVOKED',
  'INVITED',
  'REGISTERED',
  'LOGIN_LINK_OPENED_BY_COACH',
  'EMAIL_CHANGE_PROPOSED',
  'EMAIL_CHANGE_STOPPED',
  'FRESH_START_REQUESTED',
  'FRESH_START_CANCELLED',
  'FRESH_START_DONE',
  'LINK_POLICY_CHANGED',
  'PASSKEY_ADDED',
  'PASSKEY_REMOVED',
  'PASSKEY_COPIED',
  'SECOND_STEP_ADDED',
  'SECOND_STEP_REMOVED',
  'DATA_EXPORTED',
] as const;

/** One thing that happened to an account's access. Holds no token, no code and nothing that was typed. */
export const AccessEvent = defineEntity({
  name: 'AccessEvent',
  tableName: 'access_event',
  indexes: [
    { properties: ['account', 'at'] },
    // What the login help report counts, so that tries it doesn't count cost it nothing.
    { properties: ['account', 'kind', 'browserHash', 'at'] },
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
