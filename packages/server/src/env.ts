import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { readDatabase } from './settings/database-settings.ts';
import {
  readInbound,
  readMail,
  readMailFrom,
  readSupportEmail,
  type MailSettings,
} from './settings/mail-settings.ts';
import { listOf, readSettings, type Text } from './settings/read-settings.ts';
import type { Settings } from './settings/settings.ts';

/** What the environment says, checked. The only reader of process.env. */
export interface Env {
  production: boolean;
  port: number;
  /** Origin only, without a slash at its end: https://login.example.com */
  publicUrl: string;
  siteName: string;
  /** Whom people may write to who don't know which practice is theirs. Null: nobody is named. */
  supportEmail: string | null;
  dataDir: string;
  /** Undefined: the embedded database in dataDir. */
  databaseUrl: string | undefined;
  /** Past a pooler, where the first one leads to one: for what needs a connection of its own. Else the same. */
  databaseDirectUrl: string | undefined;
  /** How many connections this process may have open for requests and jobs. */
  databaseConnections: number;
  demoData: boolean;
  /**
   * Keep what has to be read or known again, such as the secrets of authenticator apps and login codes: the first seals,
   * all of them open. Empty, outside production: the database's own key does.
   */
  sealingKeys: string[];
  mail: MailSettings;
  mailFrom: string;
  /** Where replies to messages arrive, and what may sign them. Null: messages have no Reply-To. */
  inbound: { domain: string; keys: string[] } | null;
  /** Addresses or networks whose X-Forwarded-For is believed. Empty: nobody's. */
  trustedProxies: string[];
  logLevel: string;
  /** Where metrics and version can be read. Null: nowhere. */
  metrics: { host: string; port: number } | null;
  /** The numbers of the product: how long logins, links and codes last, how much mail there may be. */
  settings: Settings;
  /** How many passwords are checked at once: one core is left for whoever asks for something else. */
  hashesInFlight: number;
  /** Where the built app lies. */
  appDir: string;
}

/** Lists every fault at once, each with its cure. */
export class EnvFault extends Error {}

type Source = Record<string, string | undefined>;

export function readEnv(source: Source = process.env): Env {
  const faults: string[] = [];
  const text = (name: string, fallback = '') => source[name]?.trim() || fallback;
  const production = readProduction(text('NODE_ENV'), faults);
  const port = readPort('PORT', text('PORT', '4000'), faults);
  const localUrl = production ? '' : `http://localhost:${port}`;
  const publicUrl = readPublicUrl(text('PUBLIC_URL', localUrl), production, faults);
  const database = readDatabase(text, production, faults);
  const databaseUrl = database.url;
  const demoData = readDemoData(text('DEMO_DATA'), { production, databaseUrl }, faults);
  const sealingKeys = readSealingKeys(text('SEALING_KEY'), production, faults);
  const mail = readMail(text, production, faults);
  const settings = readSettings(text, production, faults);
  const inbound = readInbound(text, faults);
  const host = URL.canParse(publicUrl) ? new URL(publicUrl).hostname : 'localhost';
  const mailFrom = readMailFrom(text, mail.kind === 'mailgun' ? mail.domain : host, faults);
  const supportEmail = readSupportEmail(text, demoData, faults);
  const trustedProxies = readProxies(text('TRUSTED_PROXIES'), faults);
  const logLevel = readLogLevel(text('LOG_LEVEL', 'info'), faults);
  const metrics = readMetrics(text, port, faults);
  if (faults.length > 0)
    throw new EnvFault(`The settings have faults:\n${faults.map((f) => `  - ${f}`).join('\n')}`);
  return {
    production,
    port,
    publicUrl,
    siteName: text('SITE_NAME', 'Latchstring'),
    supportEmail,
    dataDir: resolve(text('DATA_DIR', '.data')),
    databaseUrl,
    databaseDirectUrl: database.directUrl,
    databaseConnections: database.connections,
    demoData,
    sealingKeys,
    mail,
    mailFrom,
    inbound,
    trustedProxies,
    logLevel,
    metrics,
    settings,
    hashesInFlight: Math.max(1, availableParallelism() - 1),
    appDir: join(import.meta.dirname, '../../web/dist'),
  };
}

/** A misspelt NODE_ENV would otherwise start the development server, which is open to everybody on this machine. */
function readProduction(value: string, faults: string[]): boolean {
  if (!['', 'development', 'test', 'production'].includes(value))
    faults.push(`NODE_ENV is "${value}". Write production, development or test, or leave it out.`);
  return value === 'production';
}

function readDemoData(
  value: string,
  { production, databaseUrl }: Pick<Env, 'production' | 'databaseUrl'>,
  faults: string[],
): boolean {
  const demoData = value === '1' || (!production && !databaseUrl && value !== '0');
  if (production && demoData)
    faults.push('DEMO_DATA is set. Demo accounts have known passwords: unset it in production.');
  return demoData;
}

/** The newest first: a key is exchanged by putting another one in front of it. */
function readSealingKeys(value: string, production: boolean, faults: string[]): string[] {
  const keys = listOf(value);
  if (production && keys.length === 0)
    faults.push(
      'SEALING_KEY is missing. It keeps login codes and the secrets of authenticator apps from whoever has a copy of the database: openssl rand -base64 32',
    );
  if (keys.some((key) => key.length < 32))
    faults.push(
      'SEALING_KEY has less than 32 characters. Make one that can not be guessed: openssl rand -base64 32',
    );
  return keys;
}

/** Off unless a port is named, and then for this machine alone unless an address is. */
function readMetrics(text: Text, port: number, faults: string[]): Env['metrics'] {
  const value = text('METRICS_PORT');
  const host = text('METRICS_HOST', '127.0.0.1');
  if (isIP(host) === 0)
    faults.push(`METRICS_HOST is "${host}". Give the address to listen on: 127.0.0.1, or 0.0.0.0 for all.`);
  if (!value) return null;
  const own = readPort('METRICS_PORT', value, faults);
  if (own === port && own !== 0)
    faults.push('METRICS_PORT is that of PORT. Metrics are for the operator alone: give them another port.');
  return { host, port: own };
}

function readPort(name: string, value: string, faults: string[]): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  faults.push(`${name} is "${value}". Give a number from 0 to 65535.`);
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

/** Whose X-Forwarded-For is believed decides who is counted: a typing mistake here must not pass. */
function readProxies(value: string, faults: string[]): string[] {
  const proxies = listOf(value);
  for (const proxy of proxies)
    if (!isNetwork(proxy))
      faults.push(
        `TRUSTED_PROXIES holds "${proxy}". Give addresses or networks, with commas between: 10.0.0.1, 172.16.0.0/12.`,
      );
  return proxies;
}

function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  const isPrefix = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return isIP(address) !== 0 && isPrefix && more.length === 0;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

function readLogLevel(value: string, faults: string[]): string {
  if (!LOG_LEVELS.includes(value))
    faults.push(`LOG_LEVEL is "${value}". Use one of ${LOG_LEVELS.join(', ')}.`);
  return value;
}
