import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';

/** What the environment says, checked. The only reader of process.env. */
export interface Env {
  production: boolean;
  port: number;
  /** Origin only, without a slash at its end: https://login.example.com */
  publicUrl: string;
  siteName: string;
  dataDir: string;
  /** Undefined: the embedded database in dataDir. */
  databaseUrl: string | undefined;
  demoData: boolean;
  mail: { kind: 'mailbox' } | ({ kind: 'mailgun' } & MailgunSettings);
  mailFrom: string;
  /** Addresses or networks whose X-Forwarded-For is believed. Empty: nobody's. */
  trustedProxies: string[];
  logLevel: string;
  hashesInFlight: number;
  /** Where the built app lies. */
  appDir: string;
}

interface MailgunSettings {
  key: string;
  domain: string;
  url: string;
  /** Signs the webhooks; undefined: none are taken. */
  webhookKey?: string | undefined;
  /** For a provider that answers slowly or never; by default ten seconds. */
  timeoutMs?: number;
}

/** Lists every fault at once, each with its cure. */
export class EnvFault extends Error {}

type Source = Record<string, string | undefined>;

export function readEnv(source: Source = process.env): Env {
  const faults: string[] = [];
  const text = (name: string, fallback = '') => source[name]?.trim() || fallback;
  const production = text('NODE_ENV') === 'production';
  const port = readPort(text('PORT', '4000'), faults);
  const publicUrl = readPublicUrl(
    text('PUBLIC_URL', production ? '' : `http://localhost:${port}`),
    production,
    faults,
  );
  const databaseUrl = text('DATABASE_URL') || undefined;
  if (production && !databaseUrl)
    faults.push(
      'DATABASE_URL is missing. In production, name a PostgreSQL database: postgres://user:password@host/name',
    );
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    faults.push('DATABASE_URL must begin with postgres:// or postgresql://');
  const demoData = text('DEMO_DATA') === '1' || (!production && !databaseUrl && text('DEMO_DATA') !== '0');
  if (production && demoData)
    faults.push('DEMO_DATA is set. Demo accounts have known passwords: unset it in production.');
  const mail = readMail(text, production, faults);
  const host = URL.canParse(publicUrl) ? new URL(publicUrl).hostname : 'localhost';
  if (faults.length > 0)
    throw new EnvFault(`The settings have faults:\n${faults.map((f) => `  - ${f}`).join('\n')}`);
  return {
    production,
    port,
    publicUrl,
    siteName: text('SITE_NAME', 'Latchstring'),
    dataDir: resolve(text('DATA_DIR', '.data')),
    databaseUrl,
    demoData,
    mail,
    mailFrom: text('MAIL_FROM', mail.kind === 'mailgun' ? `no-reply@${mail.domain}` : `no-reply@${host}`),
    trustedProxies: text('TRUSTED_PROXIES')
      .split(',')
      .map((s) => s.trim())
      .filter(Boolean),
    logLevel: text('LOG_LEVEL', 'info'),
    hashesInFlight: availableParallelism(),
    appDir: join(import.meta.dirname, '../../web/dist'),
  };
}

function readPort(value: string, faults: string[]): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  faults.push(`PORT is "${value}". Give a number from 0 to 65535.`);
  return 0;
}

function readPublicUrl(value: string, production: boolean, faults: string[]): string {
  if (!URL.canParse(value)) {
    faults.push('PUBLIC_URL is missing or no address. Mailed links begin with it: https://login.example.com');
    return value;
  }
  const url = new URL(value);
  if (url.pathname !== '/' || url.search || url.hash || url.username)
    faults.push('PUBLIC_URL must be an origin alone, without path, query or user: https://login.example.com');
  if (production ? url.protocol !== 'https:' : !/^https?:$/.test(url.protocol))
    faults.push(
      `PUBLIC_URL begins with ${url.protocol}//. Use https://${production ? ': login links are credentials' : ' or http://'}.`,
    );
  return url.origin;
}

function readMail(
  text: (name: string, fallback?: string) => string,
  production: boolean,
  faults: string[],
): Env['mail'] {
  const kind = text('MAIL', text('MAILGUN_KEY') ? 'mailgun' : 'mailbox');
  if (kind === 'mailgun') {
    const settings = {
      key: text('MAILGUN_KEY'),
      domain: text('MAILGUN_DOMAIN'),
      url: text('MAILGUN_URL', 'https://api.mailgun.net'),
      webhookKey: text('MAILGUN_WEBHOOK_KEY') || undefined,
    };
    if (!settings.key) faults.push('MAILGUN_KEY is missing. It is the sending key of your Mailgun domain.');
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
