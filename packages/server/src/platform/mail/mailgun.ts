import Mailgun from 'mailgun.js';
import { DAY_MS, later, MINUTE_MS, type Clock } from '../clock.ts';
import { MailPostponed, MailRefused, MailUncertain, type MailTransport } from './mail.ts';
import { inOneWrite } from './in-one-write.ts';
import { refusingRedirects } from './refuse-redirects.ts';
import { hearRetryAfter, readRetryAfter } from './retry-after.ts';

export interface MailgunOptions {
  key: string;
  domain: string;
  /** Of the From address: Message-IDs end in it. */
  fromDomain: string;
  /** https://api.mailgun.net, https://api.eu.mailgun.net, or a stand-in. */
  url: string;
  /** mailgun.js hangs for minutes without one. */
  timeoutMs?: number;
  clock: Clock;
}

const TIMEOUT_MS = 10_000;
/** What "too many requests" means where it names no time. */
const PAUSE_MS = 2 * MINUTE_MS;
const LISTS = { BOUNCED: 'bounces', COMPLAINED: 'complaints' } as const;

/** Hands each mail to Mailgun by one call of its own: one recipient, nothing tracked, nothing rewritten. */
export function createMailgun(options: MailgunOptions): MailTransport {
  const { key, domain, url, clock, timeoutMs = TIMEOUT_MS } = options;
  const client = new Mailgun(FormData).client({ username: 'api', key, url, timeout: timeoutMs });
  const hasTaken = askAbout(client, options);
  // "Too many" is said to all of us, not to one mail: nobody calls before the time it names.
  let closedUntil = new Date(0);
  const onError = (error: unknown, retryAfter: string | null) => {
    if ((error as { status?: number }).status !== 429) return asFault(error);
    closedUntil = readRetryAfter(retryAfter, clock.now(), PAUSE_MS);
    return new MailPostponed(closedUntil);
  };
  return {
    hasTaken,
    async carry(mail) {
      if (clock.now() < closedUntil) throw new MailPostponed(closedUntil);
      const headers = Object.fromEntries(
        Object.entries(mail.headers).map(([name, text]) => [`h:${name}`, text]),
      );
      const { from, subject, text, html } = mail;
      const own = { [`v:${MAIL_VARIABLE}`]: mail.id };
      const content = { from, to: [mail.to], subject, text, html };
      await hearRetryAfter(
        () =>
          refusingRedirects(() =>
            inOneWrite(() =>
              client.messages.create(domain, { ...content, ...HANDS_OFF, ...headers, ...own }),
            ),
          ),
        onError,
      );
    },
    async lift(address, mark) {
      try {
        await refusingRedirects(() => client.suppressions.destroy(domain, LISTS[mark], address));
        return true;
      } catch (error) {
        // Not on the list: nothing to lift.
        if ((error as { status?: number }).status === 404) return false;
        throw asFaultOfList(error);
      }
    },
    async suppress(address, mark) {
      try {
        await refusingRedirects(() => client.suppressions.create(domain, LISTS[mark], { address }));
      } catch (error) {
        throw asFaultOfList(error);
      }
    },
  };
}

/** Ours, with each mail: what is told of it is known again by this too. */
export const MAIL_VARIABLE = 'latchstring-mail';

const HANDS_OFF = {
  // A tracked link is rewritten through a third host, which would read the login link.
  'o:tracking': 'no',
  'o:tracking-clicks': 'no',
  'o:tracking-opens': 'no',
  // A login link is a credential: never over an open line, never to a server that can't prove its name.
  'o:require-tls': 'yes',
  'o:skip-verification': 'no',
} as const;

type Client = ReturnType<InstanceType<typeof Mailgun>['client']>;

/**
 * Asks the Logs API, and where that finds nothing the Events API that it replaces: of the old one it is documented that
 * it can be asked about a Message-ID; of the new one only that each entry tells its own, which is compared here. Should
 * the mail have got another Message-ID on its way in, our own variable still tells it among those to its reader.
 */
function askAbout(client: Client, options: MailgunOptions): MailTransport['hasTaken'] {
  const { domain, fromDomain, clock } = options;
  const is = (attribute: string, value: string) => ({
    attribute,
    comparator: '=',
    values: [{ label: value, value }],
  });
  const logged = async (attribute: string, value: string) => {
    const now = clock.now();
    const query = {
      start: later(now, -2 * DAY_MS),
      end: later(now, DAY_MS),
      events: ['accepted'],
      filter: { AND: [is('domain', domain), is(attribute, value)] },
      pagination: { limit: 100 },
    };
    return (await refusingRedirects(() => client.logs.list(query)).catch(() => null))?.items ?? [];
  };
  return async (mailId, to) => {
    const id = `${mailId}@${fromDomain}`;
    const byId = await logged('message-id', id);
    if (byId.some(({ message }) => message?.headers?.['message-id'] === id)) return true;
    if (await askEvents(options, id)) return true;
    const toReader = to === undefined ? [] : await logged('recipient', to);
    return toReader.some((entry) => String(entry['user-variables'] ?? '').includes(mailId));
  };
}

/** By hand: mailgun.js writes a warning to the console with each of these calls. */
async function askEvents({ url, domain, key, timeoutMs }: MailgunOptions, id: string): Promise<boolean> {
  const address = new URL(`/v3/${encodeURIComponent(domain)}/events`, url);
  address.search = new URLSearchParams({ 'message-id': id, event: 'accepted', limit: '1' }).toString();
  const answer = await fetch(address, {
    headers: { authorization: `Basic ${Buffer.from(`api:${key}`).toString('base64')}` },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs ?? TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`Mailgun answered ${answer.status} about its events`);
  return ((await answer.json()) as { items: unknown[] }).items.length > 0;
}

/**
 * How what Mailgun says begins when it is our domain, sender or account that it does not want. Further in, its words may
 * repeat the recipient's address, and nobody's address may hold up the mail of all others.
 */
const ABOUT_US = /^\W*(from parameter|sandbox|domain|(your |free )?accounts?|please activate)\b/i;

/** Changing a suppression list twice does no harm: an unclear answer is an ordinary fault here, and it is tried again. */
function asFaultOfList(error: unknown): Error {
  const fault = asFault(error);
  return fault instanceof MailUncertain ? new Error(fault.message) : fault;
}

/**
 * Keeps the status and the provider's words, and nothing of the mail. mailgun.js gives a fault of the network the status
 * 400 too, with its code in place of the words: that is no refusal. A connection that was never made took nothing;
 * after any other silence the mail may be on its way, and after a fault of the provider's own (5xx) too: some have sent
 * what they answered so.
 */
function asFault(error: unknown): Error {
  const { status, message = '', details } = error as { status?: number; message?: string; details?: string };
  if (/^E[A-Z_]+$/.test(message)) {
    const neverThere = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(
      message,
    );
    return neverThere
      ? new Error(`Mailgun was not reached: ${message}`)
      : new MailUncertain(`Mailgun fell silent: ${message}`);
  }
  // What Mailgun says may repeat the address, which belongs into no log.
  const said = (details || message).replaceAll(/\S+@\S+/g, 'this address');
  const words = `Mailgun answered ${status ?? 'nothing'}: ${said || 'no reason given'}`;
  if (status === undefined || status >= 500 || status === 408) return new MailUncertain(words);
  if (status === 413 || (status === 400 && !ABOUT_US.test(said)))
    return new MailRefused(words, { isAboutMail: true });
  const isRefusal = [400, 401, 402, 403, 404].includes(status);
  return isRefusal ? new MailRefused(words, { isAboutMail: false }) : new Error(words);
}
