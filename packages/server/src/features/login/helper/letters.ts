import {
  fullNameInLetter,
  greeting,
  accessOf,
  practiceInLetter,
  type Account,
} from '../../accounts/index.ts';
import { wayIn } from '../invites/index.ts';
import { clockTime } from '../../../platform/mail/clock-time.ts';
import { button, list, value, words, type Letter, type Paragraph } from '../../../platform/mail/letter.ts';
import { currentLanguage, say } from '../../../platform/language/say.ts';

/*
 * The letters of the login helper, each in the language that is spoken: of the page it was asked on. Their subjects hold
 * the words that this page tells people to look for, whatever the letter has to say.
 */

interface Site {
  publicUrl: string;
  siteName: string;
  /** Whom to write to where no single practice is meant; null: nobody is named. */
  supportEmail: string | null;
}

interface Expiring {
  url: string;
  expiresAt: Date;
}

/** An account of the address, with an invitation where its owner has never come in. */
export interface NamedAccount {
  account: Account;
  invite: Expiring | null;
}

const NOT_ASKED = () => say().loginLetters.didYouNotAskForThisThen;

/** All usernames of one address in one letter; whoever has not accepted their invitation yet finds it there instead. */
export function usernamesLetter(site: Site, to: string, accounts: NamedAccount[]): Letter {
  const practices = new Map(accounts.map(({ account: { practice } }) => [practice.id, practice]));
  const [only] = practices.size === 1 ? [...practices.values()] : [];
  const fromName = only ? practiceInLetter(only, site.siteName) : site.siteName;
  const named = accounts.filter(({ invite }) => !invite).map(({ account }) => account);
  const invited = accounts.filter(({ invite }) => invite);
  const closed = named.filter((account) => accessOf(account).entry === 'NO');
  return {
    language: currentLanguage(),
    to,
    fromName,
    ...writeTo(only?.supportEmail ?? site.supportEmail),
    subject:
      named.length > 0
        ? say().loginLetters.usernameSubject({ fromName })
        : say().loginLetters.yourUsernameComesWithYourInvitation({ fromName }),
    paragraphs: [
      ...(named.length > 0 ? usernames(named, site) : []),
      ...(closed.length < named.length ? howToLogIn(site) : []),
      ...closed.map((account) => words(whyClosed(account, site))),
      ...invited.flatMap((one) => invitation(one, site)),
      words(NOT_ASKED()),
    ],
  };
}

function usernames(accounts: Account[], { siteName }: Site): Paragraph[] {
  return [
    words(
      accounts.length === 1
        ? say().loginLetters.yourUsernameIs
        : say().loginLetters.usernamesBelongToThisEmailAddress({ count: accounts.length }),
    ),
    list(accounts.map((account) => `${account.username} (${practiceAndState(account, siteName)})`)),
  ];
}

function practiceAndState(account: Account, siteName: string): string {
  const practice = practiceInLetter(account.practice, siteName);
  const { entry } = accessOf(account);
  if (entry === 'FULL') return practice;
  return entry === 'READ_ONLY'
    ? say().loginLetters.deactivatedForLookingOnly({ practice })
    : say().loginLetters.deactivated({ practice });
}

function howToLogIn({ publicUrl }: Site): Paragraph[] {
  return [
    words(say().loginLetters.logInWithTheUsername),
    button(say().loginLetters.goToTheLoginPage, `${publicUrl}/login`),
  ];
}

function whyClosed(account: Account, site: Site): string {
  const { username, practice } = account;
  const place = practiceInLetter(practice, site.siteName);
  return say().loginLetters.theAccountAtIsDeactivatedSoNobody({
    username,
    place,
    coach: nameOfCoach(account, site),
    supportEmail: practice.supportEmail,
  });
}

function invitation({ account, invite }: NamedAccount, { siteName }: Site): Paragraph[] {
  const practice = practiceInLetter(account.practice, siteName);
  const coach = fullNameInLetter(account.coach) || practice;
  return [
    words(say().loginLetters.hasInvitedYouToAndTheInvitation({ coach, practice })),
    ...(invite ? wayIn(account, invite) : []),
    words(say().loginLetters.itIsForYouAloneWhoeverOpens),
  ];
}

/** To an address that no account has. Carries nothing that the asker chose. */
export function noAccountLetter({ publicUrl, siteName, supportEmail }: Site, to: string): Letter {
  return {
    language: currentLanguage(),
    to,
    fromName: siteName,
    ...writeTo(supportEmail),
    subject: say().loginLetters.yourUsernameNoAccountHasThisAddress({ siteName }),
    paragraphs: [
      words(say().loginLetters.somebodyAskedForTheUsernameThatBelongs({ siteName })),
      words(say().loginLetters.wasItYouThenYourCoachMost),
      button(say().loginLetters.tryAnotherAddress, `${publicUrl}/login/help`),
      words(NOT_ASKED()),
    ],
  };
}

const writeTo = (address: string | null) => (address === null ? {} : { writeTo: address });

/** Who opens an account again, as its owner knows them. */
function nameOfCoach({ coach, practice }: Account, { siteName }: Site): string {
  return fullNameInLetter(coach) || practiceInLetter(practice, siteName);
}

interface Way {
  link: Expiring;
  /** The code beside it, with an end of its own; null where the password is asked for too. */
  code: { code: string; expiresAt: Date } | null;
  /** They asked for a fresh invitation, and have accepted theirs already. */
  insteadOfInvite: boolean;
}

/** The login link and the code beside it, for the same person, each with its own end. */
export function loginLinkLetter(account: Account, site: Site, { link, code, insteadOfInvite }: Way): Letter {
  const zone = account.timeZone ?? account.coach?.timeZone ?? 'UTC';
  const until = (at: Date) => clockTime(at, zone, currentLanguage());
  const needsPassword = accessOf(account).link === 'WITH_PASSWORD';
  return letterTo(account, site, say().loginLetters.yourLoginLink, [
    ...(insteadOfInvite ? [words(say().loginLetters.youAskedForAFreshInvitationBut)] : []),
    words(
      needsPassword
        ? say().loginLetters.thisLinkLogsYouInTogether
        : say().loginLetters.thisLinkLogsYouInItWorks,
    ),
    button(say().loginLetters.logIn, link.url),
    words(say().loginLetters.itWorksUntil({ until: until(link.expiresAt) })),
    value(say().loginLetters.yourUsername, account.username),
    ...(code
      ? [
          value(say().loginLetters.onAnotherDeviceThereChooseType, code.code),
          words(say().loginLetters.theCodeWorksUntil({ until: until(code.expiresAt) })),
        ]
      : []),
    ...(needsPassword ? [words(say().loginLetters.passwordForgottenThenThisLink, lost(account))] : []),
    words(say().loginLetters.whoeverHasThisLinkGetsInto),
    words(NOT_ASKED()),
  ]);
}

/** What is left to somebody whom no link helps. */
function lost({ role, practice }: Account): string {
  if (role === 'COACH') return say().loginLetters.ifYouHaveAPasskeyItStill;
  return practice.freshStartsAllowed
    ? say().loginLetters.writeToYourCoachCan({ supportEmail: practice.supportEmail })
    : say().loginLetters.writeToYourCoachIsThere({ supportEmail: practice.supportEmail });
}

function letterTo(account: Account, site: Site, subject: string, paragraphs: Paragraph[]): Letter {
  const practice = practiceInLetter(account.practice, site.siteName);
  return {
    language: currentLanguage(),
    to: account.email,
    fromName: practice,
    writeTo: account.practice.supportEmail,
    subject: `${practice}: ${subject}`,
    paragraphs: [words(greeting(account)), ...paragraphs],
  };
}

/** To the owner alone: why no link comes. */
export function deactivatedLetter(account: Account, site: Site): Letter {
  const { username, practice } = account;
  const place = practiceInLetter(practice, site.siteName);
  return letterTo(account, site, say().loginLetters.yourLoginLinkYourAccountIsDeactivated, [
    words(say().loginLetters.aLoginLinkWasAskedForBut({ username, place })),
    words(
      say().loginLetters.toHaveItOpenedAgainWriteTo({
        coach: nameOfCoach(account, site),
        supportEmail: practice.supportEmail,
      }),
    ),
    words(NOT_ASKED()),
  ]);
}

export function linksRefusedLetter(account: Account, site: Site): Letter {
  return letterTo(account, site, say().loginLetters.yourLoginLinkLoginLinksAreTurned, [
    words(say().loginLetters.aLoginLinkWasAskedForButYou),
    value(say().loginLetters.yourUsername, account.username),
    button(say().loginLetters.goToTheLoginPage, `${site.publicUrl}/login`),
    words(say().loginLetters.passwordForgotten, lost(account)),
    words(NOT_ASKED()),
  ]);
}
