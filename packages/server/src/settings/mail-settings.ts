import { listOf, type Text } from './read-settings.ts';

interface MailgunSettings {
  key: string;
  domain: string;
  url: string;
  /** One of them signs the webhooks; without any, none are taken. */
  webhookKeys?: readonly string[];
  /** For a provider that answers slowly or never; by default ten seconds. */
  timeoutMs?: number;
}

export type MailSettings = { kind: 'mailbox' } | ({ kind: 'mailgun' } & MailgunSettings);

const ADDRESS = /^[^\s@<>",;]+@[^\s@<>",;]+$/;

/** `domain`: where an address is made up that nobody reads. */
export function readMailFrom(text: Text, domain: string, faults: string[]): string {
  const value = text('MAIL_FROM', `no-reply@${domain}`);
  if (!ADDRESS.test(value))
    faults.push(
      `MAIL_FROM is "${value}". Give an address alone, without a name: no-reply@mg.example.com. Names are put before it.`,
    );
  return value;
}

/** Whom people may write to; with demo data there is somebody. */
export function readSupportEmail(text: Text, demoData: boolean, faults: string[]): string | null {
  const value = text('SUPPORT_EMAIL', demoData ? 'help@latchstring.example.com' : '');
  if (value && !ADDRESS.test(value))
    faults.push(`SUPPORT_EMAIL is "${value}". Give an address alone: help@example.com.`);
  return value || null;
}

export function readMail(text: Text, production: boolean, faults: string[]): MailSettings {
  const kind = text('MAIL', text('MAILGUN_KEY') ? 'mailgun' : 'mailbox');
  if (kind === 'mailgun') {
    const settings = {
      key: text('MAILGUN_KEY'),
      domain: text('MAILGUN_DOMAIN'),
      url: text('MAILGUN_URL', 'https://api.mailgun.net'),
      webhookKeys: readWebhookKeys(text),
    };
    if (!settings.key)
      faults.push(
        'MAILGUN_KEY is missing. It is an API key of your Mailgun account that may send, read logs and change suppressions.',
      );
    if (!settings.domain)
      faults.push('MAILGUN_DOMAIN is missing. It is the domain you send from, as Mailgun shows it.');
    if (!URL.canParse(settings.url))
      faults.push('MAILGUN_URL is no address. Use https://api.mailgun.net or https://api.eu.mailgun.net.');
    else if (production && !settings.url.startsWith('https://'))
      faults.push('MAILGUN_URL must begin with https:// in production.');
    return { kind, ...settings };
  }
  if (kind !== 'mailbox') faults.push(`MAIL is "${kind}". Use mailbox or mailgun.`);
  else if (production)
    faults.push(
      'MAIL is mailbox, which keeps letters on this machine for anyone to read. In production set MAIL=mailgun with MAILGUN_KEY and MAILGUN_DOMAIN.',
    );
  return { kind: 'mailbox' };
}

/** The provider signs with one at a time: while it is exchanged, both are believed. */
const readWebhookKeys = (text: Text) => listOf(text('MAILGUN_WEBHOOK_KEY'));

export function readInbound(text: Text, faults: string[]): { domain: string; keys: string[] } | null {
  const domain = text('MAILGUN_INBOUND_DOMAIN').toLowerCase();
  if (!domain) return null;
  if (!/^(?=.{4,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(domain))
    faults.push(
      `MAILGUN_INBOUND_DOMAIN is "${domain}". Give the domain alone whose mail Mailgun receives: reply.example.com`,
    );
  const keys = readWebhookKeys(text);
  if (keys.length === 0)
    faults.push(
      'MAILGUN_INBOUND_DOMAIN is set without MAILGUN_WEBHOOK_KEY, so no reply could be believed. Set the webhook signing key of your Mailgun account, or unset the domain.',
    );
  return { domain, keys };
}
