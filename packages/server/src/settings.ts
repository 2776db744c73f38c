import { DAY_MS, HOUR_MS, MINUTE_MS } from './platform/clock.ts';

/** How long things live and how often they may be tried: the numbers of the product, in one place. */
export const defaultSettings = {
  /** From the moment the letter is made. */
  loginLinkLifeMs: { helper: HOUR_MS, admin: DAY_MS, message: 3 * DAY_MS, invite: 14 * DAY_MS },
  loginCodeLifeMs: 10 * MINUTE_MS,
  /** A link just used may be used again by the very browser that used it: a reload while the call ran. */
  sameBrowserGraceMs: 2 * MINUTE_MS,
  sessions: {
    CLIENT: { idleMs: 14 * DAY_MS, absoluteMs: 60 * DAY_MS },
    COACH: { idleMs: 12 * HOUR_MS, absoluteMs: 14 * DAY_MS },
  },
  /** A registered client who is deleted can be brought back for so long. */
  deleteClientAfterMs: 30 * DAY_MS,
  /** After a login by link or code: a password may be set without the current one. */
  passwordWithoutCurrentMs: 15 * MINUTE_MS,
  /** After any login: username and the like may be changed without the current password. */
  recentLoginMs: 15 * MINUTE_MS,
  passwordLength: { min: 12, max: 256 },
  limits: {
    perTypedText: { points: 10, seconds: 15 * 60 },
    perSource: { points: 100, seconds: 15 * 60 },
    wrongPasswordsPerName: { points: 100, seconds: 60 * 60 },
    wrongCodesPerName: { points: 5, seconds: 10 * 60 },
    wrongPasswordsPerAccount: { points: 10, seconds: 15 * 60 },
    newPasswordsPerAccount: { points: 20, seconds: 15 * 60 },
    usernameChangesPerAccount: { points: 20, seconds: 15 * 60 },
    lettersPerHour: { points: 5, seconds: 60 * 60 },
    lettersPerDay: { points: 20, seconds: 24 * 60 * 60 },
    /** Roster changes that send letters. */
    invitesPerCoach: { points: 300, seconds: 60 * 60 },
    messagesPerCoach: { points: 30, seconds: 60 * 60 },
    noAccountPerAddress: { points: 1, seconds: 24 * 60 * 60 },
    noAccountPerSource: { points: 10, seconds: 24 * 60 * 60 },
    noAccountOverall: { points: 300, seconds: 24 * 60 * 60 },
  },
  /** Whether an address without an account gets a letter that says so. */
  noAccountLetters: true,
};

export type Settings = typeof defaultSettings;
