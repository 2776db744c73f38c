import type { ApiScope } from './platform/graphql/api-scopes.ts';

/** Who asks: the account and what it came with, a session or an API token, as loaded by one query for each request. */
export interface Viewer {
  account: AccountFacts;
  practice: { id: string; name: string; supportEmail: string; freshStartsAllowed: boolean };
  access: 'FULL' | 'READ_ONLY';
  /** Null for people, who come with a session. */
  apiToken: { id: string; scopes: readonly ApiScope[] } | null;
  /** With an API token it is one that never was, opened long ago. */
  session: {
    id: string;
    method: 'PASSWORD' | 'LOGIN_LINK' | 'LOGIN_CODE' | 'PASSKEY';
    createdAt: Date;
    /** Until then a password may be set without the current one; null: not at all. */
    passwordWithoutCurrentUntil: Date | null;
    /** When a second step was last passed in this session; null: never. */
    secondStepAt: Date | null;
  };
}

interface AccountFacts {
  id: string;
  role: 'COACH' | 'CLIENT';
  username: string;
  email: string;
  firstName: string;
  lastName: string;
  timeZone: string;
  locale: string;
  hasPassword: boolean;
  loginLinkPolicy: 'ALLOWED' | 'PASSWORD_TOO' | 'NEVER';
  /** As the request began: whether a new address or a fresh start may wait. False spares looking for one. */
  hasWaitingChange: boolean;
}
