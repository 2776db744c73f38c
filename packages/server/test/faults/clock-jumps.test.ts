import { afterAll, afterEach, describe, expect, it } from 'vitest';
import {
  ChangeUsernameDocument,
  RequestLoginLinkDocument,
  SetPasswordDocument,
} from '@latchstring/operations';
import { loggedInBrowser, logIn, me, redeem } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient, type Person } from '../world/people.ts';
import { Provider } from '../world/provider.ts';
import { deliverNow, eachLinkLogsIn, MINUTE_MS, sendTo, tokenOf } from '../world/sending.ts';
import { enqueueDueDeliveries } from '../../src/features/messages/sending/enqueue-due-deliveries.ts';
import { promptRetries, useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 4_000 } as const;
const world = useWorld({ ...promptRetries, env: { mail, mailFrom: 'no-reply@mail.test' } });
afterAll(() => provider.close());
afterEach(async () => {
  provider.delayMs = 0;
  provider.whole = 'is up';
  await world.settle();
});

const HOUR_MS = 60 * MINUTE_MS;
const newest = (address: string) => tokenOf(provider.to(address).at(-1));

describe('a clock that is set an hour ahead or back', () => {
  it.each([
    ['ahead', [HOUR_MS]],
    ['back', [-HOUR_MS]],
    ['ahead and back again', [HOUR_MS, -HOUR_MS]],
    ['back and ahead again', [-HOUR_MS, HOUR_MS]],
  ])(
    'C076 %s while mails are under way: each client gets exactly one',
    async (_how, jumps) => {
      provider.delayMs = 150;
      const { look, later, people } = await sendTo(world, 60);
      const sent = () => people.reduce((sum, { email }) => sum + provider.to(email).length, 0);
      for (const [i, jump] of jumps.entries()) {
        await expect.poll(sent, { timeout: 10_000, interval: 10 }).toBeGreaterThan(5 + i * 20);
        world.clock.advance(jump);
        await enqueueDueDeliveries(world.app.open());
      }
      let message = await look();
      // An hour and the longest wait for an answer, in the product's own time.
      for (let minutes = 0; minutes < 80 && message?.state !== 'SENT'; minutes += 5)
        message = await later(5 * MINUTE_MS);
      expect(message).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 60, failed: 0 } });
      await eachLinkLogsIn(world, provider, people);
    },
    60_000,
  );

  it('C076 ahead while every mail is at a slow provider, which knows none of them yet: nothing is sent again', async () => {
    provider.delayMs = 2_500;
    const calls = provider.calls;
    const { look, later, people } = await sendTo(world, 10);
    await expect.poll(() => provider.calls - calls, { timeout: 10_000, interval: 10 }).toBe(10);
    world.clock.advance(HOUR_MS);
    await enqueueDueDeliveries(world.app.open());
    let message = await look();
    provider.delayMs = 0;
    for (let minutes = 0; minutes < 20 && message?.state !== 'SENT'; minutes += 1)
      message = await later(MINUTE_MS);
    expect(message).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 10, failed: 0 } });
    await eachLinkLogsIn(world, provider, people);
  }, 60_000);

  it('sends a scheduled message once', async () => {
    const at = new Date(world.clock.now().getTime() + 30 * MINUTE_MS).toISOString().slice(0, 16);
    const { look, first } = await sendTo(world, 1, { schedule: { localTime: at, timeZone: 'UTC' } });
    for (const jump of [HOUR_MS, -HOUR_MS, HOUR_MS, -HOUR_MS, 31 * MINUTE_MS]) {
      world.clock.advance(jump);
      await deliverNow(world);
    }
    expect(await look()).toMatchObject({ state: 'SENT' });
    await eachLinkLogsIn(world, provider, [{ email: first }]);
  });

  it('leaves a login link good until the clock time in its letter, and not a minute longer', async () => {
    const [early, late] = [await aClient(world), await aClient(world)];
    const start = world.clock.now().getTime();
    for (const { username } of [early, late])
      await world.browser().run(RequestLoginLinkDocument, { username });
    await world.settle();
    const [first, second] = [newest(early.email), newest(late.email)];
    world.clock.advance(-HOUR_MS);
    expect((await redeem(world.browser(), first)).__typename).toBe('LoggedIn');
    world.clock.advance(start + HOUR_MS - world.clock.now().getTime());
    expect((await redeem(world.browser(), second)).__typename).toBe('LoginLinkUnusable');
    // Used once is used for good, whatever the clock says.
    world.clock.advance(-HOUR_MS);
    expect((await redeem(world.browser(), first)).__typename).toBe('LoginLinkUnusable');
    world.clock.advance(HOUR_MS);
  });

  it('ends what a fresh login allows at once when set back: nobody knows how long ago that was', async () => {
    const client = await aClient(world);
    const rename = async (browser: Browser, username: string) =>
      (await browser.run(ChangeUsernameDocument, { username })).changeUsername.__typename;
    const browser = await loggedInBrowser(world, client);
    expect(await rename(browser, `${client.username}.one`)).toBe('MyAccountChanged');
    await world.browser().run(RequestLoginLinkDocument, { username: `${client.username}.one` });
    await world.settle();
    const byLink = world.browser();
    expect((await redeem(byLink, newest(client.email))).__typename).toBe('LoggedIn');
    world.clock.advance(-10 * MINUTE_MS);
    expect(await rename(browser, `${client.username}.two`)).toBe('CurrentPasswordWrong');
    const set = await byLink.run(SetPasswordDocument, { newPassword: 'seven quiet tin boats' });
    expect(set.setPassword.__typename).toBe('CurrentPasswordWrong');
    world.clock.advance(10 * MINUTE_MS);
  });

  it('keeps sessions, and ends them by the time that was set for them', async () => {
    const client = await aClient(world);
    const browser = await loggedInBrowser(world, client);
    for (const jump of [HOUR_MS, -HOUR_MS, -HOUR_MS, HOUR_MS]) {
      world.clock.advance(jump);
      expect(await me(browser)).not.toBeNull();
    }
    // Sixty days are the end of it, though it was used all the time and the clock was set back an hour.
    for (let days = 0; days < 60; days += 6) {
      world.clock.advance(6 * 24 * HOUR_MS);
      await me(browser);
    }
    expect(await me(browser)).toBeNull();
  });

  it('holds a limit when set back, tells a time that is to come, and is open again by then', async () => {
    const { username } = await aClient(world);
    const browser = world.browser();
    let answer = await logIn(browser, username, 'wrong');
    for (let i = 0; i < 12 && answer.__typename !== 'TooManyAttempts'; i += 1)
      answer = await logIn(browser, username, 'wrong');
    expect(answer.__typename).toBe('TooManyAttempts');
    world.clock.advance(-HOUR_MS);
    answer = await logIn(browser, username, 'wrong');
    if (answer.__typename !== 'TooManyAttempts') throw new Error(answer.__typename);
    const wait = new Date(answer.retryAt).getTime() - world.clock.now().getTime();
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(HOUR_MS + 15 * MINUTE_MS);
    world.clock.advance(wait);
    expect((await logIn(browser, username, 'wrong')).__typename).toBe('InvalidCredentials');
  });

  it('does not put the workers to sleep when set back: letters that failed are tried again within seconds', async () => {
    const [one, other] = [await aClient(world), await aClient(world)];
    const ask = ({ username }: Person) => world.browser().run(RequestLoginLinkDocument, { username });
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    provider.whole = 'hangs';
    // One for each of the two workers of this queue, so that both are at work.
    await ask(one);
    await pause(1_000);
    await ask(other);
    await pause(1_000);
    world.clock.advance(-HOUR_MS);
    const failures = () => world.logLines.filter((line) => line.includes('"queue":"help-letter"'));
    await expect.poll(() => failures().length, { timeout: 15_000 }).toBe(2);
    provider.whole = 'is up';
    const letters = () => [one, other].map(({ email }) => provider.to(email).length);
    if (world.env.databaseUrl) await expect.poll(letters, { timeout: 15_000 }).toEqual([1, 1]);
    await world.settle();
    expect(letters()).toEqual([1, 1]);
  }, 60_000);

  it('has a code and a link from before a jump ahead refused in words, and a fresh one works', async () => {
    const client = await aClient(world);
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    await world.settle();
    world.clock.advance(HOUR_MS);
    expect(await redeem(world.browser(), newest(client.email))).toMatchObject({
      __typename: 'LoginLinkUnusable',
      problem: 'EXPIRED',
    });
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    await world.settle();
    expect((await redeem(world.browser(), newest(client.email))).__typename).toBe('LoggedIn');
  });
});
