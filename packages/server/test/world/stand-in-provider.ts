/**
 * The stand-in for Mailgun as a program, for demos and journeys. Start it, then the server with
 * `MAIL=mailgun MAILGUN_KEY=any MAILGUN_DOMAIN=mail.test MAILGUN_WEBHOOK_KEY=… MAILGUN_URL=http://127.0.0.1:4010`.
 *
 *     node packages/server/test/world/stand-in-provider.ts --port 4010 --webhook-key … --webhook http://localhost:4000
 *
 * What it delivered is at /dev/mailbox.json, as the server's own mailbox has it. PUT /stand-in changes what it does:
 * `{ "mood": "answers 429", "retryAfter": "600", "nobodyHas": ["bo@example.com"], "calledSpam": [], "webhook": "…" }`;
 * GET /stand-in says what is on its lists. Its moods stand in provider.ts.
 */
import type { IncomingMessage } from 'node:http';
import { parseArgs } from 'node:util';
import { Provider, textOf, type Mood } from './provider.ts';
import { signedEvent } from './provider-event.ts';

interface Orders {
  mood?: Mood;
  retryAfter?: string | null;
  delayMs?: number;
  nobodyHas?: string[];
  calledSpam?: string[];
  /** Origin of the server that listens to the events. */
  webhook?: string;
}

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    webhook: { type: 'string' },
    'webhook-key': { type: 'string', default: 'signing-key' },
  },
});
let webhook = values.webhook;
const provider = new Provider();

// As the real one: the answer to the mail does not wait for what becomes of it.
provider.tell = (told) => {
  if (!webhook) return Promise.resolve();
  const body = JSON.stringify(signedEvent({ ...told, at: new Date() }, values['webhook-key']));
  const url = new URL('/webhooks/mailgun', webhook);
  const headers = { 'content-type': 'application/json' };
  setTimeout(() => void fetch(url, { method: 'POST', headers, body }).catch(() => undefined), 100);
  return Promise.resolve();
};

provider.other = (request: IncomingMessage, body: Buffer) => {
  if (request.url === '/dev/mailbox.json') return letters();
  if (request.url !== '/stand-in') return null;
  if (request.method === 'PUT') obey(JSON.parse(body.toString()) as Orders);
  const { calls, lists } = provider;
  return { calls, bounces: [...lists.bounces], complaints: [...lists.complaints] };
};

function obey({ nobodyHas, calledSpam, ...orders }: Orders): void {
  for (const [own, given] of [
    [provider.nobodyHas, nobodyHas],
    [provider.calledSpam, calledSpam],
  ] as const) {
    if (!given) continue;
    own.clear();
    for (const address of given) own.add(address.toLowerCase());
  }
  if (orders.mood) provider.mood = orders.mood;
  if (orders.retryAfter !== undefined) provider.retryAfter = orders.retryAfter;
  if (orders.delayMs !== undefined) provider.delayMs = orders.delayMs;
  if (orders.webhook) webhook = orders.webhook;
}

function letters() {
  return provider.delivered.toReversed().map(({ at, form }) => {
    const headers = [...form.entries()].filter(([name]) => name.startsWith('h:'));
    return {
      id: textOf(form, 'h:Message-ID'),
      at: at.toISOString(),
      from: textOf(form, 'from'),
      to: form.getAll('to'),
      cc: form.getAll('cc'),
      replyTo: form.get('h:Reply-To'),
      subject: textOf(form, 'subject'),
      text: textOf(form, 'text'),
      html: textOf(form, 'html'),
      headers: Object.fromEntries(headers.map(([name, value]) => [name.slice(2), value])),
    };
  });
}

process.stdout.write(`The stand-in provider is at ${await provider.open(Number(values.port))}\n`);
