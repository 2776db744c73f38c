/**
 * Numbers of the product that its texts name: a text says {passwordLeast}, and is filled when it is compiled. The server's
 * settings.ts builds on them, so each stands here alone. What an operator may set otherwise is filled in when it is said.
 */
export const numbers = {
  /** What happened to an account's access is kept for so long. */
  accessDiaryYears: 2,
  /** An API token lives no longer. */
  apiTokenYears: 10,
  /** A registered client who is deleted can be brought back for so long. */
  deleteAfterDays: 30,
  /** A fresh start takes effect so long after its first notice. */
  freshStartDays: 7,
  /** Characters of a new password. */
  passwordLeast: 12,
  /** Characters of a username. */
  usernameLeast: 3,
  usernameMost: 64,
} as const;
