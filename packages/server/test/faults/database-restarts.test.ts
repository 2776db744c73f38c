import { afterAll, describe, expect, it } from 'vitest';
import { MeDocument, MessageDocument, RequestLoginLinkDocument, SiteDocument } from '@latchstring/operations';
import { enqueueDueDeliveries } from '../../src/features/messages/sending/enqueue-due-deliveries.ts';
import { logIn } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { longOr } from '../world/long-form.ts';
import { aClient } from '../world/people.ts';
import { PrivateCluster } from '../world/private-cluster.ts';
import { Provider } from '../world/provider.ts';
import { eachLinkLogsIn, MINUTE_MS, sendTo } from '../world/sending.ts';
import { promptRetries, useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 2_000 } as const;
const cluster = await PrivateCluster.openMigrated();
const world = useWorld({
  ...promptRetries,
  env: { mail, mailFrom: 'no-reply@mail.test', ...(cluster ? { databaseUrl: cluster.url } : {}) },
});
// After the world, which still has its connections: the last that is begun is the first that ends.
afterAll(async () => {
  await provider.close();
  cluster?.close();
});

const MANY = longOr(200, 80);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const isReady = async () => (await world.browser().send('GET', '/readyz')).statusCode === 200;

/** What a request came to: well answered, or a clean fault; anything else fails the test. */
async function outcome(ask: () => ReturnType<Browser['ask']>): Promise<'answered' | 'fault'> {
  const from = performance.now();
  const { data, errors, response } = await ask();
  expect(performance.now() - from).toBeLessThan(15_000);
  if (!errors) {
    expect(data).not.toBeNull();
    return 'answered';
  }
  expect(response.statusCode).toBe(503);
  for (const { extensions } of errors) expect(extensions?.['code']).toBe('UNAVAILABLE');
  return 'fault';
}

describe.runIf(cluster)('a database that is ended the hard way and started again', () => {
  it('three times in a storm of requests: each is answered or meets a clean fault, and then all is well', async () => {
    const client = await aClient(world);
    const signedIn = world.browser();
    await logIn(signedIn, client.username, client.password);
    const asks = [
      () => signedIn.ask(MeDocument, {}),
      () => world.browser().ask(SiteDocument, {}),
      () => world.browser().ask(RequestLoginLinkDocument, { username: client.username }),
    ];
    const outcomes: string[] = [];
    let isOver = false;
    const storm = asks.map(async (ask) => {
      while (!isOver) {
        outcomes.push(await outcome(ask));
        await pause(5);
      }
    });
    for (let times = 0; times < 3; times += 1) {
      await pause(300);
      cluster?.crash();
      expect(await isReady()).toBe(false);
      await pause(200);
      cluster?.start();
      await expect.poll(isReady, { timeout: 10_000 }).toBe(true);
    }
    await pause(300);
    isOver = true;
    await Promise.all(storm);
    expect(new Set(outcomes)).toEqual(new Set(['answered', 'fault']));
    for (const ask of asks) expect(await outcome(ask)).toBe('answered');
    // The letters that were asked for come without anybody's help, in the limit of letters for one address.
    await expect.poll(() => provider.to(client.email).length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(provider.to(client.email).length).toBeLessThanOrEqual(5);
  }, 90_000);

  it('three times while many mails go out: the workers go on by themselves, and each client gets exactly one', async () => {
    provider.delayMs = 60;
    const { browser, id, people } = await sendTo(world, MANY);
    const sent = () => people.reduce((sum, { email }) => sum + provider.to(email).length, 0);
    for (const mark of [MANY / 10, MANY * 0.3, MANY / 2]) {
      await expect
        .poll(
          async () => {
            world.clock.advance(15_000);
            await enqueueDueDeliveries(world.app.open()).catch(() => undefined);
            return sent();
          },
          { timeout: 40_000, interval: 50 },
        )
        .toBeGreaterThan(mark);
      cluster?.crash();
      await pause(200);
      cluster?.start();
    }
    const look = () => browser.run(MessageDocument, { id, deliveries: 1 }).then(({ message }) => message);
    await expect
      .poll(
        async () => {
          world.clock.advance(MINUTE_MS);
          await enqueueDueDeliveries(world.app.open()).catch(() => undefined);
          return (await look().catch(() => null))?.state;
        },
        { timeout: 60_000, interval: 300 },
      )
      .toBe('SENT');
    expect(await look()).toMatchObject({ deliveryCounts: { sent: MANY, queued: 0, failed: 0 } });
    await eachLinkLogsIn(world, provider, people);
  }, 150_000);

  it('C076 while the provider answers: what the worker heard is written once the database is back, and nobody is asked', async () => {
    provider.delayMs = 0;
    const { promise, resolve: answer } = Promise.withResolvers<null>();
    provider.held = promise;
    // Asked, it would know nothing of them yet.
    provider.isLogLate = true;
    const { browser, id, people } = await sendTo(world, 8);
    await expect.poll(() => provider.waiting, { timeout: 20_000, interval: 10 }).toBe(8);
    cluster?.crash();
    answer(null);
    await expect.poll(() => provider.waiting, { timeout: 5_000, interval: 10 }).toBe(0);
    await pause(300);
    cluster?.start();
    const counts = async () =>
      (await browser.run(MessageDocument, { id, deliveries: 1 }).catch(() => null))?.message?.deliveryCounts;
    await expect.poll(counts, { timeout: 20_000, interval: 100 }).toMatchObject({ sent: 8, queued: 0 });
    await eachLinkLogsIn(world, provider, people);
  }, 90_000);
});
