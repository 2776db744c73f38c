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
export interface Carrier {
  carry(mail: OutgoingMail): Promise<void>;
}

/** The mail was refused for what it is: trying again won't help. */
export class MailRefused extends Error {}

export interface Post {
  send(letter: Letter): Promise<void>;
}

export function createPost(carrier: Carrier, fromAddress: string): Post {
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
  return { send: (letter) => carrier.carry(toMail(letter, fromAddress, domain)) };
}

function toMail(letter: Letter, fromAddress: string, domain: string): OutgoingMail {
  // A line break in a header field would begin another one: refused here, whatever the carrier does with it.
  for (const [field, text] of Object.entries({
    to: letter.to,
    subject: letter.subject,
    from: letter.fromName,
  }))
    if (/[\r\n\0]/.test(text)) throw new MailRefused(`A line break in the mail's ${field}`);
  const id = newId();
  return {
    id,
    to: letter.to,
    from: `"${letter.fromName.replace(/[\\"]/g, '')}" <${fromAddress}>`,
    subject: letter.subject,
    text: renderText(letter),
    html: renderHtml(letter),
    headers: {
      'Message-ID': `<${id}@${domain}>`,
      // RFC 3834: no human wrote it, no machine should answer it.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // Differs for each letter: keeps mail programs from folding two login letters into one.
      'X-Entity-Ref-ID': id,
    },
  };
}
