import {
  fullNameInLetter,
  greeting,
  noteInvited,
  practiceInLetter,
  recordAccessEvent,
  type Account,
} from '../../accounts/index.ts';
import { clockTime } from '../../../platform/mail/clock-time.ts';
import { button, words, type Letter, type Paragraph } from '../../../platform/mail/letter.ts';
import type { Mailer } from '../../../platform/mail/mail.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { mintLoginLink, type MintedLink } from '../links/index.ts';
import { currentLanguage, say } from '../../../platform/language/say.ts';

type Issuer = 'COACH' | 'HELPER';

interface Manner {
  startsOver?: boolean;
  /** It answers who asked for a login link, and who looks for a letter with those words in its subject. */
  insteadOfLink?: boolean;
}

/**
 * Mails a client who has never logged in, or starts over, a fresh invite, in the language that is spoken; those before it
 * stay good until one is used. `issuer` tells what the coach sent from what was asked for at the login helper, of which no
 * coach learns.
 */
export async function mailInvite(
  context: Mechanisms & { post: Mailer },
  account: Account,
  issuer: Issuer,
  manner: Manner = {},
): Promise<void> {
  const link = await mintInvite(context, account, issuer);
  const letter = inviteLetter(account, link, { ...manner, siteName: context.siteName });
  const askedBy = issuer === 'COACH' ? 'US' : 'ANYONE';
  await context.post.send({ ...letter, owners: [{ accountId: account.id, askedBy }] });
  await recordInvited(context, account, issuer);
}

export async function mintInvite(
  context: Mechanisms,
  { id: accountId, credentialsVersion }: Account,
  issuer: Issuer,
): Promise<MintedLink> {
  const invite = { accountId, credentialsVersion, issuer, purpose: 'INVITE' } as const;
  const link = await mintLoginLink(context, invite);
  const { em, clock } = context;
  if (issuer === 'COACH') await noteInvited(em, { accountId, at: clock.now(), version: credentialsVersion });
  return link;
}

/** For the diary, once the letter has gone. */
export function recordInvited({ em, clock }: Mechanisms, account: Account, issuer: Issuer): Promise<void> {
  const by =
    issuer === 'COACH' && account.coach
      ? ({ actor: 'COACH', actorAccountId: account.coach.id } as const)
      : ({ actor: 'SYSTEM' } as const);
  return recordAccessEvent(em, clock, { accountId: account.id, kind: 'INVITED', ...by });
}

function inviteLetter(
  account: Account,
  link: MintedLink,
  { startsOver, insteadOfLink, siteName }: Manner & { siteName: string },
): Letter {
  const practice = practiceInLetter(account.practice, siteName);
  const coach = fullNameInLetter(account.coach) || practice;
  const subject = startsOver
    ? say().loginLetters.startOverWithYourAccount
    : insteadOfLink
      ? say().loginLetters.yourInvitationInsteadOfYourLoginLink
      : say().loginLetters.yourInvitation;
  const before = insteadOfLink ? [words(say().loginLetters.aLoginLinkWasAskedForButYour)] : [];
  return {
    language: currentLanguage(),
    to: account.email,
    fromName: practice,
    writeTo: account.practice.supportEmail,
    subject: `${practice}: ${subject}`,
    paragraphs: [
      words(greeting(account)),
      ...before,
      words(
        startsOver
          ? say().loginLetters.yourAccountAtStartsOverAsAsked({ practice, coach })
          : say().loginLetters.invitesYouToOnThePageBehind({ coach, practice }),
      ),
      ...wayIn(account, link),
      words(say().loginLetters.itIsForYouAloneWhoeverOpens),
      words(say().loginLetters.didYouNotAsk),
    ],
  };
}

/** The button, and until when it works. */
export function wayIn(account: Account, link: MintedLink): Paragraph[] {
  const zone = account.timeZone ?? account.coach?.timeZone ?? 'UTC';
  const until = clockTime(link.expiresAt, zone, currentLanguage());
  return [
    button(say().loginLetters.acceptTheInvitation, link.url),
    words(say().loginLetters.itWorksOnceUntilTooLate({ until })),
  ];
}
