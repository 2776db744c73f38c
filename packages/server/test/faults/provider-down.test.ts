import { afterAll, describe, expect, it } from 'vitest';
import { RequestLoginLinkDocument } from '@latchstring/operations';
import { lastingPort } from '../world/lasting-port.ts';
import { aClient } from '../world/people.ts';
import { Provider } from '../world/provider.ts';
import { eachLinkLogsIn, MINUTE_MS, sendTo } from '../world/sending.ts';
import { promptRetries, useWorld } from '../world/world.ts';

const provider = new Provider();
// It comes back at the same address after it was gone.
const port = await lastingPort();
const url = await provider.open(port);
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 2_000 } as const;
const world = useWorld({ ...promptRetries, env: { mail, mailFrom: 'no-reply@mail.test' } });
afterAll(() => provider.close());

const RECIPIENTS = 20;

/** The ways of being gone, in this order, each with how it begins and what the coach reads of it. */
const ways = [
  { name: 'refuses connections', begin: () => provider.close(), words: /does not take it yet/ },
  {
    name: 'answers 503',
    begin: async () => {
      provider.whole = 'answers 503';
      await provider.open(port);
    },
    words: /does not take it yet|no clear answer/,
  },
  {
    name: 'hangs',
    begin: () => Promise.resolve(void (provider.whole = 'hangs')),
    words: /does not take it yet|no clear answer/,
  },
];

describe('a provider that is gone for an hour', () => {
  it('C074 refuses, then answers 503, then hangs: nothing is given up, the coach reads why it waits, each gets one mail', async () => {
    await ways[0]?.begin();
    const { look, later, people } = await sendTo(world, RECIPIENTS);
    await look();
    const seen = [];
    for (const [i, { begin, words }] of ways.entries()) {
      if (i > 0) await begin();
      // Twenty minutes of it, tried whenever something is due.
      for (let minutes = 0; minutes < 20; minutes += 4) {
        const message = await later(4 * MINUTE_MS);
        expect(message).toMatchObject({
          state: 'SENDING',
          deliveryCounts: { queued: RECIPIENTS, failed: 0 },
        });
        seen.push(...(message?.deliveries.nodes.map(({ state }) => state) ?? []));
      }
      const reasons = (await look())?.deliveries.nodes.map(({ reason }) => reason);
      expect(reasons).toHaveLength(RECIPIENTS);
      for (const reason of reasons ?? []) expect(reason).toMatch(words);
    }
    expect(new Set(seen)).toEqual(new Set(['QUEUED']));
    expect(provider.accepted).toHaveLength(0);

    provider.whole = 'is up';
    let message = await look();
    let minutes = 0;
    for (; minutes < 30 && message?.state !== 'SENT'; minutes += 1) message = await later(MINUTE_MS);
    expect(message).toMatchObject({ state: 'SENT', deliveryCounts: { sent: RECIPIENTS, failed: 0 } });
    expect(message?.deliveries.nodes.map(({ reason }) => reason)).toEqual(people.map(() => null));
    // The longest pause of all is ten minutes, and so is the asking about the mail that got no answer last.
    expect(minutes).toBeLessThanOrEqual(21);
    await eachLinkLogsIn(world, provider, people);
  }, 120_000);

  it.each(ways.map(({ name }) => name))(
    'C074 a login link asked for while it %s comes once it is back, one letter of it',
    async (name) => {
      await world.settle();
      const client = await aClient(world);
      provider.whole = name === 'refuses connections' ? 'is up' : (name as 'hangs');
      if (name === 'refuses connections') await provider.close();
      const asked = await world.browser().ask(RequestLoginLinkDocument, { username: client.username });
      expect(asked.errors).toBeUndefined();
      await expect
        .poll(() => world.logLines.filter((line) => line.includes('"queue":"help-letter"')).length, {
          timeout: 10_000,
        })
        .toBeGreaterThan(0);
      if (name === 'refuses connections') await provider.open(port);
      provider.whole = 'is up';
      await world.settle();
      await eachLinkLogsIn(world, provider, [client]);
      world.logLines.length = 0;
    },
    60_000,
  );
});
