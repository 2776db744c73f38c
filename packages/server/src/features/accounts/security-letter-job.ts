import type { Queue } from '../../platform/jobs/jobs.ts';

export type Policy = 'ALLOWED' | 'PASSWORD_TOO' | 'NEVER';

/** Something happened to an account that its owner should hear of by mail. */
export interface SecurityLetterJob {
  kind:
    | 'NEW_BROWSER'
    | 'PASSWORD_CHANGED'
    | 'USERNAME_CHANGED'
    | 'NAME_CHANGED'
    | 'LINK_POLICY_CHANGED'
    | 'LINK_OPENED_BY_COACH'
    | 'INVITE_OPENED_BY_COACH'
    | 'API_TOKEN_CREATED'
    | 'API_TOKEN_REVOKED'
    | 'PASSKEY_ADDED'
    | 'PASSKEY_REMOVED'
    | 'PASSKEY_COPIED'
    | 'SECOND_STEP_ADDED'
    | 'SECOND_STEP_REMOVED'
    | 'RECOVERY_CODES_MADE'
    | 'RECOVERY_CODE_USED'
    | 'EMAIL_CHANGE_STOPPED'
    | 'FRESH_START_CANCELLED'
    | 'ACCOUNT_ENDED';
  accountId: string;
  /** ISO 8601. */
  at: string;
  device: string;
  /** With LINK_POLICY_CHANGED: the new one. */
  policy?: Policy;
  /** With ACCOUNT_ENDED: when nothing of it is left. ISO 8601. */
  deleteAt?: string;
  /** The name of that moment: it may have changed again before the letter goes. */
  username?: string;
  /** With NAME_CHANGED: what the coach wrote. */
  newName?: { firstName: string; lastName: string };
  /** As its owner called it. */
  tokenName?: string;
  /** With PASSKEY_COPIED: as its owner called it. */
  passkeyName?: string;
  /** With one that waited for others of its kind: the address of that moment. It may be another's since. */
  to?: string;
}

/** Owners are told by letter; the room `letters` writes it. */
export const securityLetterQueue: Queue<SecurityLetterJob> = {
  name: 'security-letter',
  isHighConcurrency: true,
};
