/** Who asks: the logged-in account and the session it came with, as loaded by one query for each request. */
export interface Viewer {
  account: AccountFacts;
  practice: { id: string; name: string; supportEmail: string };
  access: 'FULL' | 'READ_ONLY';
  session: {
    id: string;
    method: 'PASSWORD' | 'LOGIN_LINK' | 'LOGIN_CODE' | 'PASSKEY';
    createdAt: Date;
    /** Until then a password may be set without the current one; null: not at all. */
    passwordWithoutCurrentUntil: Date | null;
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
}
