import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Practice } from './practice.entity.ts';

/** Somebody who logs in: a coach, or a client of one coach. */
export const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  indexes: [
    { properties: ['coach', 'foldedName', 'id'], name: 'account_roster_index' },
    { properties: ['inviteDueAt'], where: 'invite_due_at is not null', name: 'account_invite_due_index' },
    { properties: ['deleteAt'], where: 'delete_at is not null', name: 'account_deletion_index' },
    { properties: ['practice'], where: "role = 'COACH'", name: 'account_coaches_index' },
  ],
  properties: {
    id: p.uuid().primary(),
    role: p.enum(['COACH', 'CLIENT'] as const),
    practice: () => p.manyToOne(Practice).index(),
    /** A client's one coach; null for coaches. */
    coach: () => p.manyToOne(Account).nullable().index(),
    firstName: p.string().length(100),
    lastName: p.string().length(100),
    /** foldedName(): by which rosters are sorted and searched, the same on every database. */
    foldedName: p.text().collation('C'),
    /** As typed: letters go to exactly this. */
    email: p.string().length(320),
    /** emailKey(email): for look-ups only. */
    emailKey: p.string().length(320).index(),
    /** Null: the coach's, and UTC without one. */
    timeZone: p.string().length(64).nullable(),
    locale: p.string().length(35).default('en'),
    /** As its owner typed it. */
    username: p.string().length(256),
    /** usernameKey(username): decides whose name it is. */
    usernameKey: p.string().length(256).unique(),
    passwordHash: p.string().length(255).nullable(),
    /** Grows with everything that ends login links: those made under an older version are dead for good. */
    credentialsVersion: p.integer().default(1),
    status: p.enum(['ACTIVE', 'INACTIVE'] as const).default('ACTIVE'),
    mayLogInWhileInactive: p.boolean().default(false),
    loginLinkPolicy: p.enum(['ALLOWED', 'PASSWORD_TOO', 'NEVER'] as const).default('ALLOWED'),
    /** The first login by any way. */
    registeredAt: p.datetime(3).nullable(),
    loginCount: p.integer().default(0),
    lastLoginAt: p.datetime(3).nullable(),
    /** What bounces and complaints have told about the address. */
    emailState: p.enum(['UNKNOWN', 'DELIVERED', 'BOUNCED', 'COMPLAINED'] as const).default('UNKNOWN'),
    /** When that happened: what is older than it changes nothing. */
    emailStateAt: p.datetime(3).nullable(),
    /** When a letter that its reader asked for last arrived there: complaints from before it are undone. */
    ownLetterArrivedAt: p.datetime(3).nullable(),
    /** The coach asked then to try the address again: the provider has to be told before the next mail. */
    emailRetryAt: p.datetime(3).nullable(),
    /*
     * What a coach's list shows at a glance, written with the fact it comes from (see standing/): so that twenty
     * thousand clients are looked through by what stands in their own rows. No tries of strangers are in it.
     */
    /** The last invite that the coach sent, and the version of credentials it is good for. */
    invitedAt: p.datetime(3).nullable(),
    inviteVersion: p.integer().nullable(),
    /** One that the coach asked for goes then, and can be undone before. */
    inviteDueAt: p.datetime(3).nullable(),
    /** The last login link in a message of the coach, unless it was used: when its time ends, or it ended. */
    linkSentAt: p.datetime(3).nullable(),
    linkEndsAt: p.datetime(3).nullable(),
    linkVersion: p.integer().nullable(),
    /** The last wrong password in a browser of the client's own. */
    wrongPasswordAt: p.datetime(3).nullable(),
    /** Until when a new address that the coach proposed can be confirmed. */
    proposalEndsAt: p.datetime(3).nullable(),
    freshStartWaits: p.boolean().default(false),
    /** Deleted for good from then on, unless reactivated before. */
    deleteAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
});
export type Account = InferEntity<typeof Account>;
