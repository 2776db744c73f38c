import { newId } from '../random-token.ts';
import type { Letter } from './letter.ts';
import { renderHtml, renderText } from './render-letter.ts';

/** One mail to one person, ready to be handed to whoever carries it. */
interface OutgoingMail {
  id: string;
  to: string;
  /** Display name and address: "Northwind Coaching" <no-reply@example.com> */
  from: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** The carrier behind the post: the local mailbox, or a provider. Throws when the mail was not taken. */
export interface MailTransport {
  carry(mail: OutgoingMail): Promise<void>;
  /** Whether a mail with this id was taken: asked when an answer got lost. `to`: whom it was for, where that is known. */
  hasTaken(mailId: string, to?: string): Promise<boolean>;
  /** Has the provider try this address again after it gave up on it; whether it had. */
  lift(address: string, mark: Suppression): Promise<boolean>;
  /** Has the provider give up on this address, as it did before that was lifted. */
  suppress(address: string, mark: 'COMPLAINED'): Promise<void>;
}

/** Why a provider takes no mail for an address any more: one came back, or its reader called one spam. */
export type Suppression = 'BOUNCED' | 'COMPLAINED';

/** The provider asked for a pause: nothing was taken, and nothing is before then. */
export class MailPostponed extends Error {
  readonly notBefore: Date;

  constructor(notBefore: Date) {
    super(`The provider asks for a pause until ${notBefore.toISOString()}`);
    this.notBefore = notBefore;
  }
}

/** The provider may or may not have taken it: no answer came, or one of a fault of its own. */
export class MailUncertain extends Error {}

/** Refused. For what the mail is, and no other try will help; or for who we are, and nothing goes until that is mended. */
export class MailRefused extends Error {
  readonly isAboutMail: boolean;

  constructor(words: string, { isAboutMail }: { isAboutMail: boolean }) {
    super(words);
    this.isAboutMail = isAboutMail;
  }
}

/** A coach's message to one person, rendered. */
export interface MessageMail {
  /** Stable over all tries, so that the provider can be asked about it. */
  id: string;
  to: string;
  fromName: string;
  subject: string;
  text: string;
  html: string;
  /** Where a reply to this one mail goes; without it nobody reads replies. */
  replyTo?: string;
}

export interface Mailer {
  /** A letter of the system's own; `mailId` makes it known again when an answer got lost. */
  send(letter: Letter, mailId?: string): Promise<void>;
  /** What a person wrote. Throws MailRefused for good, MailUncertain when no answer came, anything else for now. */
  sendMessage(mail: MessageMail): Promise<void>;
  hasTaken(mailId: string, to?: string): Promise<boolean>;
  lift(address: string, mark: Suppression): Promise<boolean>;
  suppress(address: string, mark: 'COMPLAINED'): Promise<void>;
}

export function createMailer(carrier: MailTransport, fromAddress: string): Mailer {
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
  return {
    send: async (letter, mailId = newId()) => {
      const { to, fromName, subject } = letter;
      const rendered = {
        id: mailId,
        to,
        fromName,
        subject,
        text: renderText(letter),
        html: renderHtml(letter),
      };
      // RFC 3834: no human wrote it, no machine should answer it.
      const automatic = {
        'X-Auto-Response-Suppress': 'All',
        ...(letter.answers === undefined
          ? { 'Auto-Submitted': 'auto-generated' }
          : { 'Auto-Submitted': 'auto-replied', 'In-Reply-To': letter.answers, References: letter.answers }),
      };
      await carrier.carry(toMail(rendered, fromAddress, domain, automatic));
    },
    sendMessage: (mail) => carrier.carry(toMail(mail, fromAddress, domain, NO_AUTOMATIC_ANSWER)),
    hasTaken: (mailId, to) => carrier.hasTaken(mailId, to),
    lift: (address, mark) => carrier.lift(address, mark),
    suppress: (address, mark) => carrier.suppress(address, mark),
  };
}

/** A person wrote it: no machine should answer, but that it did not arrive is to be told (MS-OXCMAIL 2.2.3.2.14). */
const NO_AUTOMATIC_ANSWER = { 'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply' };

function toMail(
  mail: MessageMail,
  fromAddress: string,
  domain: string,
  headers: Record<string, string> = {},
): OutgoingMail {
  // A line break in a header field would begin another one: refused here, whatever the carrier does with it.
  for (const field of ['to', 'subject', 'fromName', 'replyTo'] as const)
    if (/[\r\n\0]/.test(mail[field] ?? ''))
      throw new MailRefused(`A line break in the mail's ${field}`, { isAboutMail: true });
  const { id, to, subject, text, html } = mail;
  return {
    id,
    to,
    from: `"${mail.fromName.replace(/[\\"]/g, '')}" <${fromAddress}>`,
    subject,
    text,
    html,
    headers: {
      'Message-ID': `<${id}@${domain}>`,
      // Differs for each mail: keeps mail programs from folding two of them into one.
      'X-Entity-Ref-ID': id,
      ...(mail.replyTo === undefined ? {} : { 'Reply-To': mail.replyTo }),
      ...headers,
    },
  };
}
