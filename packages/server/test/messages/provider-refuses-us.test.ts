import { RequestLoginLinkDocument } from '@latchstring/operations';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { longOr } from '../world/long-form.ts';
import { aClient } from '../world/people.ts';
import { Provider, type Mood } from '../world/provider.ts';
import { eachLinkLogsIn, MINUTE_MS, sendTo } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 2_000 } as const;
const world = useWorld({ env: { mail, mailFrom: 'no-reply@mail.test' } });
afterAll(() => provider.close());
afterEach(async () => {
  provider.mood = 'accepts';
  provider.words = 'not today';
  await world.settle();
});

const MANY = longOr(201, 41);

const toldTheOperator = (words: string) => world.logLines.filter((line) => line.includes(words)).length;

describe('a provider that refuses us', () => {
  it.each<[Mood, string]>([
    ['answers 401', 'Invalid private key'],
    ['answers 402', 'Parameters were valid but request failed'],
    ['answers 403', 'Domain mail.test is not allowed to send'],
    ['answers 400', 'Domain mail.test is not allowed to send: the account is disabled'],
    ['answers 400', 'from parameter is not a valid address. please check documentation'],
  ])(
    'C075 %s "%s" is no fault of a mail: none fails, and all go by themselves once it is mended',
    async (mood, words) => {
      provider.mood = mood;
      provider.words = words;
      const { look, later, people } = await sendTo(world, 3);
      expect(await look()).toMatchObject({
        state: 'SENDING',
        waitsBecause: expect.stringMatching(/refuses mail of this site/) as string,
        deliveryCounts: { queued: 3, failed: 0 },
      });
      provider.mood = 'accepts';
      expect(await later(2 * MINUTE_MS)).toMatchObject({ state: 'SENT', waitsBecause: null });
      await eachLinkLogsIn(world, provider, people);
    },
  );

  it(`C075 ${MANY} mails under 401, then mended: ${MANY} arrive, none failed, each with a link that logs in`, async () => {
    world.logLines.length = 0;
    const before = provider.calls;
    provider.mood = 'answers 401';
    const { look, later, people } = await sendTo(world, MANY);
    await look();
    for (let minutes = 0; minutes < 120; minutes += 10) {
      const message = await later(10 * MINUTE_MS);
      expect(message).toMatchObject({ state: 'SENDING', deliveryCounts: { queued: MANY, failed: 0 } });
      for (const { reason } of message?.deliveries.nodes ?? [])
        expect(reason).toMatch(/Whoever runs the site/);
    }
    // Each pause is longer than the one before, up to ten minutes, and one mail finds out whether it is over.
    expect(provider.calls - before).toBeLessThan(2 * 10 + 2 * 13);
    expect(toldTheOperator('refuses us')).toBe(1);
    expect(toldTheOperator('takes our mail again')).toBe(0);
    provider.mood = 'accepts';
    const mendedAt = world.clock.now();
    const message = await later(11 * MINUTE_MS);
    expect(message).toMatchObject({ state: 'SENT', deliveryCounts: { sent: MANY, failed: 0, queued: 0 } });
    expect(toldTheOperator('takes our mail again')).toBe(1);
    // Minted when it went.
    for (const { loginLinkExpiresAt } of message?.deliveries.nodes ?? [])
      expect(Date.parse(loginLinkExpiresAt ?? '') - mendedAt.getTime()).toBeGreaterThan(72 * 60 * MINUTE_MS);
    await eachLinkLogsIn(world, provider, people);
  }, 180_000);

  it('C075 loses no letter either: a login link asked for meanwhile comes once it is mended', async () => {
    const client = await aClient(world);
    provider.mood = 'answers 401';
    const { calls } = provider;
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    await expect.poll(() => provider.calls, { timeout: 10_000 }).toBeGreaterThan(calls);
    provider.mood = 'accepts';
    await world.settle();
    await eachLinkLogsIn(world, provider, [client]);
  });
});
