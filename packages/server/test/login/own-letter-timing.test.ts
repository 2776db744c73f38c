import { RequestLoginLinkDocument } from '@latchstring/operations';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { aClient, type Person } from '../world/people.ts';
import { Provider, textOf, type Mood } from '../world/provider.ts';
import { mannWhitney, median } from '../world/rank-test.ts';
import { promptRetries, useWorld, withoutLimits, type World } from '../world/world.ts';

/**
 * Whether the arrival of one's own letter tells if the name that was asked for before it exists. A measurement for a
 * machine that does nothing else: ARRIVAL_PAIRS=200. What it rests on is tested by structure in help-queues.test.ts.
 */
const pairs = Number(process.env['ARRIVAL_PAIRS'] ?? 0);
const GUESSES = 4;

/** Most of the time is waiting for letters: several houses, each with a provider of its own, wait at once. */
const HOUSES = 6;

class House {
  readonly world: World;

  constructor(
    readonly provider: Provider,
    url: string,
  ) {
    const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 3_000 } as const;
    this.world = useWorld({
      ...promptRetries,
      env: { mail, mailFrom: 'no-reply@mail.test', logLevel: 'fatal' },
      settings: { ...withoutLimits, letterSpreadMs: defaultSettings.letterSpreadMs },
    });
    afterAll(() => provider.close());
  }

  ask(username: string) {
    return this.world.browser().run(RequestLoginLinkDocument, { username });
  }

  /** How long one's own letter is under way, behind guesses and, where they load it, requests of others. */
  async arrivalBehind(guess: string, own: Person, others: Person[]): Promise<number> {
    const { provider, world } = this;
    for (const { username } of others) await this.ask(username);
    for (let n = 0; n < GUESSES; n += 1) await this.ask(guess);
    const arrived = new Promise<number>((resolve) => {
      provider.arrived = (form) => {
        if (textOf(form, 'to') === own.email) resolve(performance.now());
      };
    });
    const from = performance.now();
    await this.ask(own.username);
    const took = (await arrived) - from;
    if (provider.mood === 'hangs') {
      provider.hangUp();
      // Their next tries would be the load of the next round.
      await world.rows(`delete from pgboss.job where name = 'help-letter'`);
    }
    await expect.poll(() => provider.waiting, { timeout: 60_000, interval: 5 }).toBe(0);
    return took;
  }

  /** So many arrivals behind a name that exists, and behind one that does not, in an order by chance. */
  async measure(load: number, most: number): Promise<{ hit: number[]; miss: number[] }> {
    const { world } = this;
    const own = await aClient(world, { password: null });
    const people: Person[] = [];
    for (let n = 0; n < 20 + load; n += 1) people.push(await aClient(world, { password: null }));
    const [others, known] = [people.slice(0, load), people.slice(load)];
    const order = Array.from({ length: 2 * most }, (_, i) => i % 2 === 0).sort(() => Math.random() - 0.5);
    const times = { hit: [] as number[], miss: [] as number[] };
    for (let n = 0; n < 3; n += 1) await this.arrivalBehind('warm.up.name', own, others);
    for (const [i, isHit] of order.entries()) {
      const name = known[i % known.length]?.username ?? '';
      // Of the same length and shape as the name that exists.
      const guess = isHit ? name : name.replace('heron', 'herom');
      times[isHit ? 'hit' : 'miss'].push(await this.arrivalBehind(guess, own, others));
    }
    return times;
  }
}

const providers = Array.from({ length: pairs === 0 ? 0 : HOUSES }, () => new Provider());
const houses: House[] = [];
for (const provider of providers) houses.push(new House(provider, await provider.open()));

async function measure(load: number): Promise<{ hit: number[]; miss: number[] }> {
  const each = await Promise.all(houses.map((house) => house.measure(load, Math.ceil(pairs / HOUSES))));
  return { hit: each.flatMap(({ hit }) => hit), miss: each.flatMap(({ miss }) => miss) };
}

const situations: [string, { load: number; mood: Mood; delayMs: number }][] = [
  ['idle, with a provider that takes 600 ms', { load: 0, mood: 'accepts', delayMs: 600 }],
  ['with 50 requests waiting', { load: 50, mood: 'accepts', delayMs: 600 }],
  ['with a provider that hangs', { load: 0, mood: 'hangs', delayMs: 0 }],
];

describe.skipIf(pairs === 0)('the arrival of one’s own letter', () => {
  it.each(situations)(
    'P108 tells nothing of the guesses before it: %s',
    async (situation, { load, mood, delayMs }) => {
      for (const provider of providers) Object.assign(provider, { mood, delayMs });
      const told: string[] = [];
      for (let round = 0; round < 3; round += 1) {
        const { hit, miss } = await measure(load);
        const p = mannWhitney(hit, miss);
        const figures = `hit ${median(hit).toFixed(1)} ms, miss ${median(miss).toFixed(1)} ms, p ${p.toPrecision(2)}`;
        console.error(`${situation}: ${figures}`);
        if (p <= 0.001) told.push(figures);
        if (round === 1 && told.length === 0) break;
      }
      expect(told.length, told.join('; ')).toBeLessThanOrEqual(1);
    },
    7_200_000,
  );
});
