import { randomBytes } from 'node:crypto';
import { RepliesDocument, SendMessageDocument } from '@latchstring/operations';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loggedInBrowser } from '../world/acts.ts';
import { hostileText, LONG } from '../world/fuzz/hostile-values.ts';
import { INBOUND, post, signedFields } from '../world/inbound.ts';
import { aClient, aCoach } from '../world/people.ts';
import { signedEvent } from '../world/provider-event.ts';
import { Provider, textOf } from '../world/provider.ts';
import { useWorld, withoutLimits, type World } from '../world/world.ts';

/** Anything at all, rightly signed: only the token and its time are. FUZZ_RUNS says how often, FUZZ_SEED which. */
const options = {
  numRuns: Number(process.env['FUZZ_RUNS'] ?? 100),
  seed: Number(process.env['FUZZ_SEED'] ?? 20_261_125),
};
const provider = new Provider();
const url = await provider.open();
const key = INBOUND.keys.join();
const mail = {
  kind: 'mailgun',
  key: 'key',
  domain: 'mail.test',
  url,
  webhookKeys: [key],
  timeoutMs: 5_000,
} as const;
const world = useWorld({
  env: { mail, mailFrom: 'no-reply@mail.test', inbound: INBOUND },
  settings: withoutLimits,
});
afterAll(() => provider.close());

/** Where a delivery and its reader's answer belong. */
let real = { messageId: '', recipient: '', replyTo: '' };
let repliesSeen: () => Promise<number>;

beforeAll(async () => {
  const coach = await aCoach(world);
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
  const browser = await loggedInBrowser(world, coach);
  const input = {
    subject: 'Hi',
    body: '[loginLink]',
    bodyFormat: 'TEXT' as const,
    copyToMe: false,
    recipients: { clientIds: [client.id], allActive: false },
  };
  const { sendMessage } = await browser.run(SendMessageDocument, { input });
  if (sendMessage.__typename !== 'MessageAccepted') throw new Error(JSON.stringify(sendMessage));
  await world.settle();
  const form = provider.accepted.find((one) => textOf(one, 'to').includes(client.email));
  const messageId = textOf(form, 'h:Message-ID').replaceAll(/[<>]/g, '');
  real = { messageId, recipient: client.email, replyTo: textOf(form, 'h:Reply-To') };
  repliesSeen = async () => {
    const { message } = await browser.run(RepliesDocument, {
      messageId: sendMessage.acceptedMessage.id,
      first: 1,
    });
    return message?.replies.totalCount ?? -1;
  };
  expect(Object.values(real).every((value) => value !== '')).toBe(true);
});

afterEach(async () => {
  await world.settle();
  expect(faultsOf(world)).toEqual([]);
  expect((await world.browser().send('GET', '/healthz')).statusCode).toBe(200);
});

const faultsOf = ({ logLines }: World) =>
  logLines.filter((line) => Number(/"level":(\d+)/.exec(line)?.[1]) >= 50);

const filled = (text: string) =>
  text.replaceAll(/«(?:long(\d+)|[\w.]+)»/g, (_, long?: string) =>
    long ? (LONG[Number(long)] ?? '') : real.recipient,
  );
const text = hostileText.map(filled);
const odd = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.jsonValue() });
const or = (usual: () => unknown) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: odd.map((value) => () => value) },
  );

describe('what the provider tells of a mail', () => {
  const seen = new Map<number, number>();
  const tell = async (payload: string) => {
    const headers = { 'content-type': 'application/json' };
    const { statusCode, body } = await world
      .browser()
      .send('POST', '/webhooks/mailgun', { payload, headers });
    seen.set(statusCode, (seen.get(statusCode) ?? 0) + 1);
    expect(statusCode, body).toBeLessThan(500);
  };

  it('is taken or refused whatever stands in it, and is never a fault', async () => {
    const told = fc.record(
      {
        event: or(() => 'failed'),
        severity: or(() => 'permanent'),
        reason: or(() => 'bounce'),
        timestamp: fc
          .oneof(odd, fc.double(), fc.constantFrom<unknown>(8.64e15, -1, '1e300'))
          .map((at) => () => at),
        recipient: or(() => real.recipient),
        message: or(() => ({ headers: { 'message-id': real.messageId } })),
        'delivery-status': odd.map((message) => () => ({ message, description: message })),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(told, async (fields) => {
        const { signature } = signedEvent(
          { event: 'failed', recipient: '', messageId: '' },
          key,
          world.clock.now(),
        ) as { signature: unknown };
        const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value()]));
        await tell(JSON.stringify({ signature, 'event-data': data }));
      }),
      options,
    );
    expect(seen.get(200)).toBeGreaterThan(options.numRuns / 2);
    const [moved] = await world.rows<{ state: string }>('select state from delivery');
    expect(moved?.state).toBe('BOUNCED');
  }, 3_600_000);

  it('unsigned it may be any JSON, and none', async () => {
    const payload = fc.oneof(
      fc.json(),
      text,
      fc.record({ signature: odd, 'event-data': odd }).map((body) => JSON.stringify(body)),
      fc
        .record({ timestamp: odd, token: odd, signature: odd })
        .map((signature) => JSON.stringify({ signature })),
    );
    await fc.assert(fc.asyncProperty(payload, tell), options);
    expect(seen.get(406)).toBeGreaterThan(0);
  }, 3_600_000);
});

describe('a mail that comes in', () => {
  const names = [
    'sender',
    'from',
    'body-plain',
    'stripped-text',
    'stripped-html',
    'body-html',
    'message-headers',
  ];

  it('becomes a reply or none whatever stands in it, and is never a fault', async () => {
    const fields = fc.dictionary(
      fc.oneof(
        fc.constantFrom(...names),
        text.map((one) => one.slice(0, 90)),
      ),
      text,
    );
    const headers = fc
      .array(fc.tuple(fc.oneof(text, fc.constantFrom('Auto-Submitted', 'Message-Id', 'From')), odd))
      .map((list) => JSON.stringify(list));
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fields, headers, fc.boolean(), async (given, list, multipart) => {
        const signed = signedFields(world, { recipient: real.replyTo });
        const all: [string, string][] = Object.entries({ ...signed, 'message-headers': list, ...given });
        const { timestamp, token, signature, recipient } = signed;
        const right = Object.entries({ timestamp, token, signature, recipient }) as [string, string][];
        const last = [...right, ...all.filter(([name]) => !right.some(([own]) => own === name))];
        statuses.add(
          multipart
            ? await postForm(last)
            : await post(world, new URLSearchParams(last).toString(), URLENCODED),
        );
      }),
      options,
    );
    expect([...statuses].every((status) => status < 500)).toBe(true);
    await world.settle();
    expect(await repliesSeen()).toBeGreaterThan(0);
  }, 3_600_000);

  it('may be any bytes as any form', async () => {
    const bytes = fc.oneof(
      text,
      fc
        .array(
          fc.constantFrom(
            '--x',
            '--x--',
            '\r\n',
            'Content-Disposition: form-data',
            '; name="',
            '"',
            '; filename="a',
            'a=b',
            '&',
            '%',
            '=',
          ),
        )
        .map((parts) => parts.join('')),
    );
    const type = fc.oneof(
      fc.constantFrom(
        'multipart/form-data; boundary=x',
        'multipart/form-data',
        'multipart/form-data; boundary=',
        URLENCODED,
        'text/plain',
        `${URLENCODED}; charset=utf-7`,
      ),
      fc.string({ unit: 'grapheme-ascii' }),
    );
    await fc.assert(
      fc.asyncProperty(bytes, type, async (payload, kind) => {
        expect(await post(world, payload, kind)).toBeLessThan(500);
      }),
      options,
    );
  }, 3_600_000);
});

const URLENCODED = 'application/x-www-form-urlencoded';

async function postForm(fields: [string, string][]): Promise<number> {
  const boundary = randomBytes(8).toString('hex');
  const line = (name: string) => name.replaceAll(/[\r\n"]/g, '_');
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${line(name)}"\r\n\r\n${value}\r\n`,
  );
  return post(world, `${parts.join('')}--${boundary}--\r\n`, `multipart/form-data; boundary=${boundary}`);
}
