import { RequestLoginLinkDocument } from '@latchstring/operations';
import { afterAll, expect, it } from 'vitest';
import { readFigures } from '../world/figures.ts';
import { aClient } from '../world/people.ts';
import { Provider } from '../world/provider.ts';
import { promptRetries, useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 2_000 } as const;
const metrics = { host: '127.0.0.1', port: 0 };
const world = useWorld({
  ...promptRetries,
  lookEveryMs: 20,
  env: { mail, mailFrom: 'no-reply@mail.test', metrics },
});
afterAll(() => provider.close());

/** What whoever watches is told, a second later by the world's clock. */
async function aSecondLater(): Promise<string> {
  world.clock.advance(1_000);
  const { statusCode, body } = await world.browser().send('GET', '/readyz/mail');
  return `${statusCode} ${body}`;
}

const soon = { timeout: 25_000, interval: 30 };
const toldOf = (words: string) =>
  world.logLines.some((line) => line.includes('mail does not go as it should') && line.includes(words));

it('C173 a key that the provider refuses is told of within a minute, though a single letter met it', async () => {
  const client = await aClient(world);
  provider.mood = 'answers 401';
  await expect.poll(aSecondLater, soon).toBe('200 at work\n');
  await world.browser().run(RequestLoginLinkDocument, { username: client.username });
  await expect.poll(() => provider.calls, soon).toBe(1);
  const from = world.clock.now();
  await expect
    .poll(aSecondLater, soon)
    .toMatch(/^200 at work\nThe mail provider takes no mail of ours since 2026-11-25T09:\d\dZ\.\n$/);
  expect(world.clock.now().getTime() - from.getTime()).toBeLessThan(60_000);
  await expect.poll(() => toldOf('The mail provider takes no mail of ours'), soon).toBe(true);
  const figures = await readFigures(world);
  expect(figures['latchstring_provider_refuses']).toBe(1);
  expect(figures['latchstring_mails_total{outcome="refused_us"}']).toBeGreaterThan(0);
  provider.mood = 'accepts';
  await expect.poll(() => provider.to(client.email).length, soon).toBe(1);
  await expect.poll(aSecondLater, soon).toBe('200 at work\n');
  expect(await readFigures(world)).toMatchObject({
    latchstring_provider_refuses: 0,
    'latchstring_mails_total{outcome="taken"}': 1,
  });
}, 90_000);
