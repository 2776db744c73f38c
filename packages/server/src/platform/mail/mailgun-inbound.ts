import type { PostedForm } from '../http/form-body.ts';
import { provenToken } from './mailgun-signature.ts';

/** A mail that came in, once its signature is proven. */
export interface InboundMail {
  /** Different for each telling: a second one is a replay. */
  token: string;
  /** Where it was sent to, of the addresses that are ours. */
  recipients: string[];
  /** Of the envelope: where a bounce would go. Empty for a mail that is a bounce itself. */
  sender: string;
  /** The address in the From header. */
  from: string;
  /** Names in lower case. */
  headers: Map<string, string>;
  /** Whole: what the provider holds for a quote and strips may be somebody's words. Empty where it has none. */
  text: string;
  html: string;
  subject: string;
  attachments: PostedForm['files'];
}

/** Reads what a route of Mailgun's posts; null unless it is signed with a key of ours and at most a day old. */
export function readMailgunInbound(form: PostedForm, keys: readonly string[], now: Date): InboundMail | null {
  // Halves of characters, also where a text is cut, are none that a database keeps.
  const field = (name: string) => (form.fields.get(name) ?? '').toWellFormed();
  const [timestamp, told, signature] = [field('timestamp'), field('token'), field('signature')];
  const token = provenToken({ timestamp, token: told, signature }, keys, now);
  if (token === null) return null;
  const headers = readHeaders(field('message-headers'));
  return {
    token,
    recipients: field('recipient').slice(0, 4_000).split(',').slice(0, 20),
    sender: addressOf(field('sender')),
    from: addressOf(field('from') || headers.get('from') || field('sender')),
    headers,
    text: field('body-plain'),
    html: field('body-html'),
    subject: field('subject').slice(0, 1_000),
    attachments: form.files,
  };
}

/** A JSON list of names and values. Of a name that comes twice the first stands: it is the newest. */
function readHeaders(json: string): Map<string, string> {
  const headers = new Map<string, string>();
  let list: unknown = [];
  try {
    list = JSON.parse(json);
  } catch {
    // Without headers it is a mail all the same.
  }
  if (Array.isArray(list))
    for (const pair of list as unknown[]) {
      const [name, value] = Array.isArray(pair) ? (pair as unknown[]) : [];
      if (typeof name !== 'string' || typeof value !== 'string') continue;
      if (!headers.has(name.toLowerCase()))
        headers.set(name.toLowerCase(), value.slice(0, 2_000).toWellFormed());
    }
  return headers;
}

/** "Maria Keller" <maria@example.com> → maria@example.com */
function addressOf(written: string): string {
  const short = written.slice(0, 1_000).toWellFormed();
  const bracketed = short.slice(short.lastIndexOf('<') + 1).replace(/>.*$/s, '');
  const address = (short.includes('<') ? bracketed : short).trim();
  return /^[^\s@<>\p{Cc}\p{Cs}]{1,200}@[^\s@<>\p{Cc}\p{Cs}]{1,253}$/u.test(address) ? address : '';
}
