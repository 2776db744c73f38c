import Mailgun from 'mailgun.js';
import { MailRefused, MailUncertain, type Carrier } from './mail.ts';

export interface MailgunOptions {
  key: string;
  domain: string;
  /** Of the From address: Message-IDs end in it. */
  fromDomain: string;
  /** https://api.mailgun.net, https://api.eu.mailgun.net, or a stand-in. */
  url: string;
  /** mailgun.js hangs for minutes without one. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

/** Hands each mail to Mailgun by one call of its own: one recipient, nothing tracked, nothing rewritten. */
export function createMailgun({
  key,
  domain,
  url,
  fromDomain,
  timeoutMs = TIMEOUT_MS,
}: MailgunOptions): Carrier {
  const client = new Mailgun(FormData).client({ username: 'api', key, url, timeout: timeoutMs });
  return {
    async carry(mail) {
      const headers = Object.fromEntries(
        Object.entries(mail.headers).map(([name, text]) => [`h:${name}`, text]),
      );
      try {
        await client.messages.create(domain, {
          from: mail.from,
          to: [mail.to],
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          // A tracked link is rewritten through a third host, which would read the login link.
          'o:tracking': 'no',
          'o:tracking-clicks': 'no',
          'o:tracking-opens': 'no',
          'o:require-tls': 'yes',
          ...headers,
        });
      } catch (error) {
        throw asFault(error);
      }
    },
    async hasTaken(mailId) {
      const query = { 'message-id': `${mailId}@${fromDomain}`, event: 'accepted', limit: 1 };
      const { items } = await client.events.get(domain, query);
      return items.length > 0;
    },
  };
}

/**
 * Keeps the status and the provider's words, and nothing of the mail. mailgun.js gives a fault of the network the status
 * 400 too, with its code in place of the words: that is no refusal. A connection that was never made took nothing;
 * after any other silence the mail may be on its way.
 */
function asFault(error: unknown): Error {
  const { status, message = '' } = error as { status?: number; message?: string };
  if (/^E[A-Z_]+$/.test(message)) {
    const neverThere = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(
      message,
    );
    return neverThere
      ? new Error(`Mailgun was not reached: ${message}`)
      : new MailUncertain(`Mailgun fell silent: ${message}`);
  }
  const words = `Mailgun answered ${status ?? 'nothing'}: ${message || 'no reason given'}`;
  const isAboutMail = status === 400 || status === 413;
  const isRefusal = isAboutMail || status === 401 || status === 403 || status === 404;
  return isRefusal ? new MailRefused(words, { isAboutMail }) : new Error(words);
}
