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

const NOT_ASKED = () => say`Did you not ask for this? Then nothing happens if you do nothing.`;

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
        ? say`${fromName}: your username`
        : say`${fromName}: your username comes with your invitation`,
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
        ? say`Your username is:`
        : say`${accounts.length} usernames belong to this email address:`,
    ),
    list(accounts.map((account) => `${account.username} (${placeOf(account, siteName)})`)),
  ];
}

function placeOf(account: Account, siteName: string): string {
  const practice = practiceInLetter(account.practice, siteName);
  const { entry } = accessOf(account);
  if (entry === 'FULL') return practice;
  return entry === 'READ_ONLY'
    ? say`${practice}, deactivated, for looking only`
    : say`${practice}, deactivated`;
}

function howToLogIn({ publicUrl }: Site): Paragraph[] {
  return [
    words(
      say`Log in with the username, not with the email address. No password, or forgotten? On the login page choose "Forgot your username or password?", then "My password", and type the username.`,
    ),
    button(say`Go to the login page`, `${publicUrl}/login`),
  ];
}

function whyClosed(account: Account, site: Site): string {
  const { username, practice } = account;
  const place = practiceInLetter(practice, site.siteName);
  return say`The account ${username} at ${place} is deactivated, so nobody can log in to it at the moment. To have it opened again, write to ${helperOf(account, site)}: ${practice.supportEmail}`;
}

function invitation({ account, invite }: NamedAccount, { siteName }: Site): Paragraph[] {
  const practice = practiceInLetter(account.practice, siteName);
  const coach = fullNameInLetter(account.coach) || practice;
  return [
    words(
      say`${coach} has invited you to ${practice}, and the invitation is not accepted yet. On the page behind this button you choose your username and your password.`,
    ),
    ...(invite ? wayIn(account, invite) : []),
    words(say`It is for you alone: whoever opens it gets into your account, so do not pass this mail on.`),
  ];
}

/** To an address that no account has. Carries nothing that the asker chose. */
export function noAccountLetter({ publicUrl, siteName, supportEmail }: Site, to: string): Letter {
  return {
    language: currentLanguage(),
    to,
    fromName: siteName,
    ...writeTo(supportEmail),
    subject: say`${siteName}: your username (no account has this address)`,
    paragraphs: [
      words(
        say`Somebody asked for the username that belongs to this email address. No account at ${siteName} has this address.`,
      ),
      words(
        say`Was it you? Then your coach most likely knows you under another address: try that one, or ask your coach.`,
      ),
      button(say`Try another address`, `${publicUrl}/login/help`),
      words(NOT_ASKED()),
    ],
  };
}

const writeTo = (address: string | null) => (address === null ? {} : { writeTo: address });

/** Who opens an account again, as its owner knows them. */
function helperOf({ coach, practice }: Account, { siteName }: Site): string {
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
  return letterTo(account, site, say`your login link`, [
    ...(insteadOfInvite
      ? [words(say`you asked for a fresh invitation, but yours has been accepted already.`)]
      : []),
    words(
      needsPassword
        ? say`this link logs you in together with your password, as you have chosen on My Account. It works once.`
        : say`this link logs you in. It works once and leads to My Account, where you can set a new password.`,
    ),
    button(say`Log in`, link.url),
    words(say`It works until ${until(link.expiresAt)}.`),
    value(say`Your username`, account.username),
    ...(code
      ? [
          value(
            say`On another device? There choose "Type the login code" and enter your username and this code`,
            code.code,
          ),
          words(say`The code works until ${until(code.expiresAt)}.`),
        ]
      : []),
    ...(needsPassword ? [words(say`Password forgotten? Then this link does not help.`, lost(account))] : []),
    words(
      say`Whoever has this link gets into your account: do not pass this mail on, not even to your coach.`,
    ),
    words(NOT_ASKED()),
  ]);
}

/** What is left to somebody whom no link helps. */
function lost({ role, practice }: Account): string {
  if (role === 'COACH')
    return say`If you have a passkey, it still logs you in; else write to whoever runs this site.`;
  return practice.freshStartsAllowed
    ? say`Write to ${practice.supportEmail}: your coach can have your account start over, which takes seven days. If you have a passkey, it still logs you in.`
    : say`Write to ${practice.supportEmail}: your coach is there to help. If you have a passkey, it still logs you in.`;
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
  return letterTo(account, site, say`your login link (your account is deactivated)`, [
    words(
      say`a login link was asked for, but your account ${username} at ${place} is deactivated, so nobody can log in to it at the moment.`,
    ),
    words(say`To have it opened again, write to ${helperOf(account, site)}: ${practice.supportEmail}`),
    words(NOT_ASKED()),
  ]);
}

export function linksRefusedLetter(account: Account, site: Site): Letter {
  return letterTo(account, site, say`your login link (login links are turned off)`, [
    words(
      say`a login link was asked for, but you have turned login links off for your account, so none was made. Log in with your username and password.`,
    ),
    value(say`Your username`, account.username),
    button(say`Go to the login page`, `${site.publicUrl}/login`),
    words(say`Password forgotten?`, lost(account)),
    words(NOT_ASKED()),
  ]);
}
