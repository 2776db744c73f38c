import { afterAll, describe, expect, it } from 'vitest';
import { MeDocument, MessageDocument, RecoverUsernameDocument } from '@latchstring/operations';
import { logIn } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { isLong } from '../world/long-form.ts';
import { aClient, type Person } from '../world/people.ts';
import { hasHaproxy, PrimaryAddress } from '../world/primary-address.ts';
import { PrivateCluster } from '../world/private-cluster.ts';
import { Provider } from '../world/provider.ts';
import { eachLinkLogsIn, sendTo } from '../world/sending.ts';
import { promptRetries, useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 2_000 } as const;
const primary = isLong && hasHaproxy ? await PrivateCluster.openMigrated() : null;
primary?.execute('create role haproxy_check login');
const standby = await primary?.addStandby();
const address = primary && standby ? await PrimaryAddress.open([primary, standby]) : null;
const world = useWorld({
  ...promptRetries,
  lookEveryMs: 1_000,
  env: { mail, mailFrom: 'no-reply@mail.test', ...(address ? { databaseUrl: address.url } : {}) },
});
afterAll(async () => {
  await provider.close();
  await address?.close();
  for (const server of [primary, standby]) server?.close();
});

const MANY = 500;
const TICK_MS = 100;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Our clock goes on as the one on the wall does: claims run out by it. */
async function inRealTime<Done>(act: () => Promise<Done>): Promise<Done> {
  const ticking = setInterval(() => world.clock.advance(TICK_MS), TICK_MS);
  return act().finally(() => clearInterval(ticking));
}

describe.runIf(address)('a database behind HAProxy, with a standby whose word each commit waits for', () => {
  it('P136 the standby dies: nothing is confirmed, connections stay bounded, and all is well once it is back', async () => {
    const person = await aClient(world);
    standby?.crash();
    const most: number[] = [];
    const asks: Promise<unknown>[] = [];
    const answers: number[] = [];
    for (let second = 0; second < 50; second += 1) {
      for (let n = 0; n < 5; n += 1) {
        const asked = world.browser().ask(RecoverUsernameDocument, { email: person.email });
        asks.push(asked.then(({ response }) => answers.push(response.statusCode)));
      }
      most.push(primary?.connections() ?? 0);
      await pause(1_000);
    }
    const ready = await world.browser().send('GET', '/readyz');
    expect([ready.statusCode, ready.body]).toEqual([503, expect.stringMatching(/confirm|answer/)]);
    // Whoever asked last still waits, and is answered by a server that can confirm.
    expect(answers.length).toBeGreaterThan(100);
    expect(new Set(answers)).toEqual(new Set([503]));
    standby?.start();
    await Promise.all(asks);
    console.error(`standby away for 50 s: at most ${String(Math.max(...most))} connections`);
    // Ten for requests, five for jobs, the one that counts them; and whoever is just being ended.
    expect(Math.max(...most)).toBeLessThanOrEqual(30);
    await expect
      .poll(
        async () =>
          (await logIn(world.browser(), person.username, person.password ?? '').catch(() => null))
            ?.__typename,
        { timeout: 30_000 },
      )
      .toBe('LoggedIn');
  }, 180_000);

  it('P136 the primary dies in the middle of 500 mails and 20 logins a second: what was confirmed is kept, each mail goes once, each link works', async () => {
    provider.delayMs = 50;
    const person = await aClient(world);
    const logins = new Logins(person);
    const { browser, id, people } = await sendTo(world, MANY);
    const sent = () => people.filter(({ email }) => provider.to(email).length > 0).length;
    await inRealTime(async () => {
      logins.begin();
      await expect.poll(sent, { timeout: 60_000, interval: 20 }).toBeGreaterThan(MANY / 4);
      primary?.crash();
      const died = performance.now();
      await pause(1_000);
      standby?.promote();
      const look = async () => {
        const { message } = await browser.run(MessageDocument, { id, deliveries: 1 });
        return message?.state;
      };
      const settled = () => look().catch(() => 'AWAY');
      await expect.poll(settled, { timeout: 90_000, interval: 200 }).toBe('SENT');
      const settledS = Math.round((performance.now() - died) / 1_000);
      await logins.end();
      console.error(
        `failover: ${logins.words()}; all mails known ${String(settledS)} s after the primary died`,
      );
      expect(settledS).toBeLessThanOrEqual(30);
    });
    expect(logins.good.length).toBeGreaterThan(20);
    // A login that was confirmed lasts.
    for (const one of logins.good) expect((await one.run(MeDocument, {})).me?.id).toBe(person.id);
    await eachLinkLogsIn(world, provider, people);
  }, 240_000);
});

/** Twenty logins a second of one person, each in a browser of its own. */
class Logins {
  readonly good: Browser[] = [];
  readonly #person: Person;
  readonly #faults: number[] = [];
  readonly #under: Promise<void>[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(person: Person) {
    this.#person = person;
  }

  begin(): void {
    this.#timer = setInterval(() => void this.#under.push(this.#logIn()), 50);
  }

  async #logIn(): Promise<void> {
    const browser = world.browser();
    const at = performance.now();
    try {
      const outcome = await logIn(browser, this.#person.username, this.#person.password ?? '');
      if (outcome.__typename === 'LoggedIn') this.good.push(browser);
    } catch {
      this.#faults.push(at);
    }
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#under);
  }

  words(): string {
    const [first = 0, last = 0] = [Math.min(...this.#faults), Math.max(...this.#faults)];
    const seconds = this.#faults.length > 0 ? ((last - first) / 1_000).toFixed(1) : '0';
    return `${String(this.good.length)} logins, ${String(this.#faults.length)} faults within ${seconds} s`;
  }
}
