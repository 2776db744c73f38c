import { clockTime } from '../../platform/mail/clock-time.ts';
import { button, list, value, words, type Letter } from '../../platform/mail/letter.ts';
import { currentLanguage, say } from '../../platform/language/say.ts';

const NOT_ASKED = () => say`Did you not ask for this? Then nothing happens if you do nothing.`;

interface Sender {
  to: string;
  publicUrl: string;
}

interface NamedAccount {
  username: string;
  practiceName: string;
  deactivated: boolean;
}

/** All usernames of one address in one letter. */
export function usernamesLetter({
  to,
  publicUrl,
  fromName,
  accounts,
}: Sender & { fromName: string; accounts: NamedAccount[] }): Letter {
  const one = accounts.length === 1;
  return {
    language: currentLanguage(),
    to,
    fromName,
    subject: one ? say`${fromName}: your username` : say`${fromName}: your usernames`,
    paragraphs: [
      words(
        one
          ? say`Your username is:`
          : say`${accounts.length} accounts have this email address. Their usernames are:`,
      ),
      list(accounts.map(listed)),
      words(
        say`Log in with the username, not with the email address. Forgot the password too? On the login page choose "Forgot your username or password?", then "My password", and type the username.`,
      ),
      button(say`Go to the login page`, `${publicUrl}/login`),
      words(NOT_ASKED()),
    ],
  };
}

function listed({ username, practiceName, deactivated }: NamedAccount): string {
  const place = deactivated ? say`${practiceName}, deactivated` : practiceName;
  return `${username} (${place})`;
}

/** To an address that no account has. Carries nothing that the asker chose. */
export function noAccountLetter({ to, publicUrl, siteName }: Sender & { siteName: string }): Letter {
  return {
    language: currentLanguage(),
    to,
    fromName: siteName,
    subject: say`${siteName}: no account has this address`,
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

interface LinkFacts {
  to: string;
  practiceName: string;
  firstName: string;
  username: string;
  timeZone: string;
  locale: string;
  link: { url: string; expiresAt: Date };
  code: { code: string; expiresAt: Date } | null;
}

/** The login link and the code beside it, for the same person, each with its own end. */
export function loginLinkLetter(facts: LinkFacts): Letter {
  const { practiceName, username, link, code } = facts;
  const until = (at: Date) => clockTime(at, facts.timeZone, facts.locale);
  return {
    language: currentLanguage(),
    to: facts.to,
    fromName: practiceName,
    subject: say`${practiceName}: your login link`,
    paragraphs: [
      words(say`Hello ${facts.firstName.trim() || username},`),
      words(
        say`this link logs you in. It works once and leads to My Account, where you can set a new password.`,
      ),
      button(say`Log in`, link.url),
      words(say`It works until ${until(link.expiresAt)}.`),
      value(say`Your username`, username),
      ...(code
        ? [
            value(
              say`On another device? There choose "Type the login code" and enter your username and this code`,
              code.code,
            ),
            words(say`The code works until ${until(code.expiresAt)}.`),
          ]
        : []),
      words(
        say`Whoever has this link gets into your account: do not pass this mail on, not even to your coach.`,
      ),
      words(NOT_ASKED()),
    ],
  };
}

interface RefusalFacts {
  to: string;
  practiceName: string;
  firstName: string;
  username: string;
  publicUrl: string;
}

/** To the owner alone: why no link comes. */
export function deactivatedLetter(facts: RefusalFacts & { coachName: string; supportEmail: string }): Letter {
  return {
    language: currentLanguage(),
    to: facts.to,
    fromName: facts.practiceName,
    subject: say`${facts.practiceName}: your account is deactivated`,
    paragraphs: [
      words(say`Hello ${facts.firstName.trim() || facts.username},`),
      words(
        say`a login link was asked for, but your account ${facts.username} at ${facts.practiceName} is deactivated, so nobody can log in to it at the moment.`,
      ),
      words(say`To have it opened again, write to ${facts.coachName}: ${facts.supportEmail}`),
      words(NOT_ASKED()),
    ],
  };
}

export function linksRefusedLetter(facts: RefusalFacts): Letter {
  return {
    language: currentLanguage(),
    to: facts.to,
    fromName: facts.practiceName,
    subject: say`${facts.practiceName}: login links are turned off`,
    paragraphs: [
      words(say`Hello ${facts.firstName.trim() || facts.username},`),
      words(
        say`a login link was asked for, but you have turned login links off for your account, so none was made. Log in with your username and password.`,
      ),
      value(say`Your username`, facts.username),
      button(say`Go to the login page`, `${facts.publicUrl}/login`),
      words(NOT_ASKED()),
    ],
  };
}
