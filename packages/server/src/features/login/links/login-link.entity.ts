import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../../accounts/index.ts';

/** Unused, and its end is not told in the diary yet. */
export const MAY_EXPIRE_UNTOLD = `purpose = 'LOGIN' and not is_expiry_told and used_at is null and revoked_at is null and not_sent_at is null`;

/** A link that logs in once. The letter holds the token; here stands its SHA-256 alone. */
export const LoginLink = defineEntity({
  name: 'LoginLink',
  tableName: 'login_link',
  indexes: [
    { properties: ['expiresAt'], where: MAY_EXPIRE_UNTOLD, name: 'login_link_untold_index' },
    // The last one that a coach sent to each client.
    {
      properties: ['account', 'createdAt'],
      where: 'delivery_id is not null',
      name: 'login_link_of_deliveries_index',
    },
  ],
  properties: {
    id: p.uuid().primary(),
    tokenHash: p.string().length(64).unique(),
    /** Asked for together with the token, which so opens what it was made for and nothing else. */
    purpose: p.enum(['LOGIN', 'INVITE'] as const),
    account: () => p.manyToOne(Account).deleteRule('cascade').index(),
    issuer: p.enum(['HELPER', 'ADMIN', 'COACH'] as const),
    /** Dead once the account's own version has moved on. */
    credentialsVersion: p.integer(),
    /** The browser that asked for it, which goes on without a click. */
    askedByBrowserHash: p.string().length(64).nullable(),
    /** The delivery of a coach's message that carried it. */
    deliveryId: p.uuid().nullable().index(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3).index(),
    usedAt: p.datetime(3).nullable(),
    usedByBrowserHash: p.string().length(64).nullable(),
    usedBySessionId: p.uuid().nullable(),
    revokedAt: p.datetime(3).nullable(),
    /** What ended it before its time, other than its own use and a revocation. */
    endedBy: p
      .enum(['LOGIN', 'PASSWORD', 'EMAIL', 'POLICY', 'STARTED_OVER', 'DEACTIVATION'] as const)
      .nullable(),
    /**
     * The mail that carried it did not go, by all that the provider said: it stands in no diary and counts for no
     * delivery. It works all the same, since providers err.
     */
    notSentAt: p.datetime(3).nullable(),
    openedByCoachAt: p.datetime(3).nullable(),
    /** That it ended unused stands in the diary, where it belongs there. */
    isExpiryTold: p.boolean().default(false),
  },
});
export type LoginLink = InferEntity<typeof LoginLink>;
