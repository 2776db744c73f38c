import type { Account } from '../../accounts/index.ts';
import type { SentLinkState } from '../state/index.ts';

/**
 * All that a report is made of. Tries stand here only where they came from a browser in which this client had logged in
 * before, and no coach ever; what the coach sent is known to the coach anyway.
 */
export interface LoginHelpFacts {
  /** All of this is of the last so many days. */
  windowDays: number;
  name: string;
  email: string;
  status: Account['status'];
  mayLogInWhileInactive: boolean;
  deactivatedAt: Date | null;
  deleteAt: Date | null;
  registeredAt: Date | null;
  lastLoginAt: Date | null;
  emailState: Account['emailState'];
  linkPolicy: Account['loginLinkPolicy'];
  /** An address that the coach proposed, and that waits for the client's own yes. */
  proposedEmail: string | null;
  /** Asked for by the coach and not stopped. At null: its seven days begin with the notice, which has not gone yet. */
  freshStart: { at: Date | null } | null;
  /** The last invite that the coach sent, whenever that was. Young: of the last few days. */
  invite: { at: Date; isLive: boolean; isYoung: boolean } | null;
  /** The last login link in a message of the coach. */
  link: { at: Date; state: SentLinkState } | null;
  helperRequest: { at: Date; asked: 'USERNAME' | 'LINK' } | null;
  /** Since the last login. */
  failedPasswords: { count: number; since: Date } | null;
  /** As many of these in a short time as the login page takes from one place. */
  isThrottled: boolean;
  /** How long the login page then asks to wait. */
  breakMinutes: number;
}

/** The day in words, as the coach's calendar has it: a time of day would let a coach watch a guess arrive. */
export interface Calendar {
  day(at: Date): string;
  /** How many days ago: 0 is today. */
  daysAgo(at: Date): number;
}
