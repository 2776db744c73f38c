import { numbers } from '@latchstring/texts/numbers';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../platform/clock.ts';

const YEAR_MS = 365 * DAY_MS;

/**
 * How long things live and how often they may be tried: the numbers of the product, in one place. Those that its texts
 * name come from the texts.
 */
export const defaultSettings = {
  /** From the moment the letter is made. */
  loginLinkLifeMs: { helper: HOUR_MS, admin: DAY_MS, message: 3 * DAY_MS, invite: 14 * DAY_MS },
  loginCodeLifeMs: 10 * MINUTE_MS,
  /** A link just used may be used again by the very browser that used it: a reload while the call ran. */
  sameBrowserGraceMs: 2 * MINUTE_MS,
  /** A new address can be confirmed for so long. */
  confirmEmailLifeMs: DAY_MS,
  /** A fresh start takes effect so long after the first notice, and no sooner than a day after the second. */
  freshStart: {
    noticeMs: numbers.freshStartDays * DAY_MS,
    remindAfterMs: (numbers.freshStartDays - 1) * DAY_MS,
    /** A reminder that has not gone after so long is queued once more, even while its first job is still being tried. */
    remindAgainAfterMs: 2 * DAY_MS,
    pauseAfterStopMs: 30 * DAY_MS,
    mostInPause: 3,
  },
  /** Since the last use, and in all; the environment may say otherwise (read-settings.ts). */
  sessions: {
    CLIENT: { idleMs: 14 * DAY_MS, absoluteMs: 60 * DAY_MS },
    COACH: { idleMs: 12 * HOUR_MS, absoluteMs: 14 * DAY_MS },
  },
  /** A registered client who is deleted can be brought back for so long. */
  deleteClientAfterMs: numbers.deleteAfterDays * DAY_MS,
  /** What happened to an account's access; what moved an account to another address stays for good. */
  accessDiaryKeptMs: numbers.accessDiaryYears * YEAR_MS,
  /** What is of no use any more stays for a while; the hourly housekeeping removes it. */
  kept: {
    /** Their page can then still say what became of them. */
    deadLinksMs: 30 * DAY_MS,
    /** Shown as expired, so that its owner sees why a program stopped. */
    deadApiTokensMs: 30 * DAY_MS,
    /** A complaint may come weeks later; what a mail bounced of is told within days. */
    sentLettersMs: 60 * DAY_MS,
    /** As long as browsers keep the cookie. */
    knownBrowsersMs: 400 * DAY_MS,
    /** Whoever replies later than that is told where to write. */
    replyAddressesMs: 400 * DAY_MS,
    /** A provider that repeats itself does so within hours. */
    seenProviderEventsMs: 2 * DAY_MS,
  },
  /** How exactly it is known when a session or an API token was last used: it is written down no more often. */
  lastUseExactToMs: 5 * MINUTE_MS,
  /** How far back the login help report looks: dead links are not kept for longer. */
  helpReportMs: 30 * DAY_MS,
  /** That an invite of the last few days has ended unused needs nobody's attention yet. */
  youngInviteMs: 3 * DAY_MS,
  /** After a login by link or code: a password may be set without the current one. */
  passwordWithoutCurrentMs: 15 * MINUTE_MS,
  /** After any login: username and the like may be changed without the current password. */
  recentLoginMs: 15 * MINUTE_MS,
  /** Recipients that one message may name, besides all who are active. */
  clientIdsPerMessage: 5_000,
  /** Clients that one call may change together. */
  clientsAtOnce: 200,
  /** Rows of a list of clients: looked at together, so that repetitions are found. */
  rowsPerCheck: 1_000,
  /** Written together: few enough that others don't wait for it. */
  rowsPerImport: 100,
  /** A moment to press Undo, for a message that a person sends in the app. */
  undoSendMs: 10 * SECOND_MS,
  /** Previews of a message that may be asked for at once. */
  previewsAtOnce: 20,
  /** API tokens that an account may have at once. */
  apiTokensAtOnce: 20,
  /** Further off is a slip of the pen; who means for ever leaves it out. */
  apiTokenLifeMs: numbers.apiTokenYears * YEAR_MS,
  /** A passkey dialogue may take so long. */
  passkeyCeremonyMs: 5 * MINUTE_MS,
  passkeysPerAccount: 20,
  secondStep: {
    /** From the first step to the second. */
    challengeMs: 10 * MINUTE_MS,
    /** Adding, removing, new recovery codes: a step passed so long ago at the most. */
    recentMs: 5 * MINUTE_MS,
    /** From setting an authenticator up to its first code. */
    setUpMs: 15 * MINUTE_MS,
    recoveryCodes: 10,
  },
  /** OWASP's parameters for argon2id, in one lane. */
  passwordHashing: { memoryKiB: 19_456, passes: 2 },
  passwordLength: { min: numbers.passwordLeast, max: 256 },
  limits: {
    perTypedText: { points: 10, seconds: 15 * 60 },
    perSource: { points: 100, seconds: 15 * 60 },
    wrongPasswordsPerName: { points: 100, seconds: 60 * 60 },
    wrongCodesPerName: { points: 5, seconds: 10 * 60 },
    wrongPasswordsPerAccount: { points: 10, seconds: 15 * 60 },
    newPasswordsPerAccount: { points: 20, seconds: 15 * 60 },
    usernameChangesPerAccount: { points: 20, seconds: 15 * 60 },
    /** Names that turned out to be taken: each tells that it exists. */
    takenUsernamesPerSource: { points: 40, seconds: 60 * 60 },
    takenUsernamesPerPractice: { points: 200, seconds: 60 * 60 },
    /** For each asker, the owner and the coach, so that neither uses up the other's. */
    accessChangesPerAccount: { points: 10, seconds: 60 * 60 },
    exportsPerAccount: { points: 10, seconds: 60 * 60 },
    apiTokensPerAccount: { points: 30, seconds: 60 * 60 },
    wrongSecondStepsPerAccount: { points: 5, seconds: 10 * 60 },
    wrongSecondStepsPerDay: { points: 50, seconds: 24 * 60 * 60 },
    secondStepChangesPerAccount: { points: 20, seconds: 15 * 60 },
    passkeyLoginsPerSource: { points: 300, seconds: 15 * 60 },
    passkeyChangesPerAccount: { points: 20, seconds: 15 * 60 },
    /** What a stranger can have mailed, of one kind to one account: so many at once, then one an hour. */
    letters: { points: 5, seconds: 60 * 60, refill: 'ONE_BY_ONE' as const },
    /** Letters of one kind that tell an owner what happened: within this time the others become one. */
    gatheredLetters: { points: 1, seconds: 10 * 60 },
    /** How often a request for help from a browser new to the account has the provider try a bounced address again. */
    bounceLiftsPerAccount: { points: 1, seconds: 60 * 60 },
    /** What has letters sent to where a coach says: invites, proposed addresses, fresh starts asked for. */
    invitesPerCoach: { points: 300, seconds: 60 * 60 },
    /**
     * Mails of one coach, of every kind together: to one account whose owner has come in; else to one address over all
     * accounts that have it, since it may be a stranger's. The environment may say otherwise (read-settings.ts).
     */
    mailsPerReader: { points: 5, seconds: 60 * 60 },
    /** Clients added without an invite, from a list or one by one. */
    clientsAddedPerCoach: { points: 5_000, seconds: 60 * 60 },
    /** Sends, and test mails. */
    messagesPerCoach: { points: 30, seconds: 60 * 60 },
    /** Texts checked, saved, tested and sent: reading one costs more than most that can be asked for. */
    composedPerCoach: { points: 600, seconds: 5 * 60 },
    /** Of those sends together; no single message may have more. */
    recipientsPerCoach: { points: 5_000, seconds: 60 * 60 },
    /** Replies by mail: more of them is a loop. */
    repliesPerDelivery: { points: 20, seconds: 24 * 60 * 60 },
    /** To whoever writes to an address that nobody reads. */
    autoAnswersPerAddress: { points: 1, seconds: 24 * 60 * 60 },
    autoAnswersOverall: { points: 300, seconds: 24 * 60 * 60 },
    /**
     * Letters that no account has an address. Every address asked for is counted, known or not: what is left would else
     * tell who exists.
     */
    noAccountPerAddress: { points: 1, seconds: 24 * 60 * 60 },
    noAccountPerSource: { points: 10, seconds: 24 * 60 * 60 },
    noAccountOverall: { points: 1_000, seconds: 24 * 60 * 60 },
  },
  /**
   * What a GraphQL document may hold and ask for. The app's largest has a third of it; the introspection query of
   * tools fits, and so do a hundred clients with ten deliveries each.
   */
  documents: {
    depth: 16,
    fields: 2_000,
    breadth: 100,
    aliases: 30,
    directives: 20,
    operations: 10,
    cost: 20_000,
  },
  /** How a mail that the provider did not take, or did not answer for, is tried again. */
  mailing: {
    /**
     * After no answer the provider is asked at 1, 3 and 10 minutes; after the last time the mail is sent again. Counted from
     * one asking to the next, so that a clock that jumps ahead skips none of them.
     */
    askPausesMs: [MINUTE_MS, 2 * MINUTE_MS, 7 * MINUTE_MS] as const,
    /** A provider that can't be asked is asked again for so long, with growing pauses: longer than any long weekend. */
    mostAskingMs: 7 * DAY_MS,
    /** While the provider takes no mail of ours; each pause is twice the one before. */
    firstPauseMs: { REFUSED: MINUTE_MS, BUSY: MINUTE_MS, AWAY: 5 * SECOND_MS },
    mostPauseMs: 10 * MINUTE_MS,
    /** So many mails without one clear answer, and it is the provider and not the mails. */
    manySilent: 10,
    /** With three askings between two tries, ten minutes apart: more than a week. */
    mostAttempts: 4_500,
    /**
     * A complaint that was lifted for one letter stands again after so long: a host that defers mails takes them at the
     * second or third time, and the provider looks at its list each time.
     */
    complaintLiftedMs: 30 * MINUTE_MS,
    /** A login that takes a complaint back has the provider told by a job, and mostly a letter about itself. */
    complaintTakenBackMs: 10 * MINUTE_MS,
  },
  /** A letter of the login helper is begun at some moment within this time; outside production at once. */
  letterSpreadMs: 2 * SECOND_MS,
  /** Whether an address without an account gets a letter that says so. */
  noAccountLetters: true,
};

export type Settings = typeof defaultSettings;

/** Characters of a username. */
export const usernameLength = { min: numbers.usernameLeast, max: numbers.usernameMost };

/** The most characters of a name: the width of its column. */
export const nameLengths = { person: 100, timeZone: 100, passkey: 100, apiToken: 60 };
