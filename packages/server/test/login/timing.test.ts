import {
  LoginDocument,
  RecoverUsernameDocument,
  RedeemLoginCodeDocument,
  RequestLoginLinkDocument,
} from '@latchstring/operations';
import { print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { aClient } from '../world/people.ts';
import { mannWhitney, median } from '../world/rank-test.ts';
import { realHashing, useWorld } from '../world/world.ts';

/**
 * Whether the time of an answer tells a name that exists from one that does not. Few pairs by default, so that the suite
 * stays quick: what costs a hash takes ten times as long where it is left out. TIMING_PAIRS=1000 asks as often as a patient stranger would.
 */
const asked = process.env['TIMING_PAIRS'];
const pairs = Number(asked ?? 60);

/** How many others log in and look around meanwhile. */
const others = Number(process.env['TIMING_LOAD'] ?? 0);

const far = { points: 10_000_000, seconds: 900 };
const limits = Object.fromEntries(Object.keys(defaultSettings.limits).map((name) => [name, far]));
// The worker is another process, as in production: here there is none, and its jobs wait.
const world = useWorld({
  settings: { ...realHashing, limits: limits as typeof defaultSettings.limits },
  worker: false,
});

interface Way {
  query: string;
  variables: (text: string) => Record<string, string>;
  text: (person: { username: string; email: string }) => string;
}

const ways: Record<string, Way> = {
  requestLoginLink: {
    query: print(RequestLoginLinkDocument),
    variables: (username) => ({ username }),
    text: ({ username }) => username,
  },
  recoverUsername: {
    query: print(RecoverUsernameDocument),
    variables: (email) => ({ email }),
    text: ({ email }) => email,
  },
  login: {
    query: print(LoginDocument),
    variables: (username) => ({ username, password: 'not the password' }),
    text: ({ username }) => username,
  },
  redeemLoginCode: {
    query: print(RedeemLoginCodeDocument),
    variables: (username) => ({ username, code: '7K3M-9TQ4' }),
    text: ({ username }) => username,
  },
};

/** Each of these hashes a secret, which takes ten times as long. */
const slow = new Set(['login', 'redeemLoginCode']);

/** Hits and misses at random, each from a source of its own, with the time of each answer and of the next one. */
async function measure({ query, variables, text }: Way, count: number) {
  const times = {
    hit: [] as number[],
    miss: [] as number[],
    afterHit: [] as number[],
    afterMiss: [] as number[],
  };
  const people = await Promise.all(
    Array.from({ length: 10 }, () => aClient(world, { password: 'paper boats at noon' })),
  );
  const order = Array.from({ length: 2 * count }, (_, i) => i % 2 === 0).sort(() => Math.random() - 0.5);
  const timed = async (body: object) => {
    const browser = world.browser();
    const before = performance.now();
    await browser.post(body);
    return performance.now() - before;
  };
  for (let i = 0; i < 20; i += 1) await timed({ query, variables: variables(`warm.up.${i}@nowhere.test`) });
  for (const [i, isHit] of order.entries()) {
    const person = people[i % people.length] ?? { username: '', email: '' };
    // Of the same length and shape as the name that exists.
    const known = text(person);
    const typed = isHit ? known : known.replace(/heron/, 'hero' + 'nmlkjs'[i % 6]).replace(/n(\d+)/, 'x$1');
    times[isHit ? 'hit' : 'miss'].push(await timed({ query, variables: variables(typed) }));
    times[isHit ? 'afterHit' : 'afterMiss'].push(await timed({ query: '{ __typename }' }));
  }
  return times;
}

/** Others who go on logging in and looking around until they are told to stop. */
function makeLoad(): () => Promise<unknown> {
  let isOver = false;
  const everybody = Array.from({ length: others }, async (_, i) => {
    const browser = world.browser();
    const variables = { username: `somebody.${i}`, password: 'not the password' };
    while (!isOver) {
      await browser.post({ query: print(LoginDocument), variables });
      for (let look = 0; look < 5; look += 1) await browser.post({ query: '{ site { name } }' });
    }
  });
  return () => {
    isOver = true;
    return Promise.all(everybody);
  };
}

describe('the time of an answer', () => {
  it.each(Object.entries(ways))(
    'C009 %s takes as long for a name that exists as for one that does not, and so does the request after it',
    async (name, way) => {
      const count = slow.has(name) && !asked ? pairs / 4 : pairs;
      const told: string[] = [];
      const endLoad = makeLoad();
      for (let round = 0; round < 3; round += 1) {
        const { hit, miss, afterHit, afterMiss } = await measure(way, count);
        const [now, after] = [mannWhitney(hit, miss), mannWhitney(afterHit, afterMiss)];
        if (pairs > 200)
          console.error(
            `${name}: hit ${median(hit).toFixed(2)} ms, miss ${median(miss).toFixed(2)} ms, p ${now.toPrecision(2)}; after p ${after.toPrecision(2)}`,
          );
        if (Math.min(now, after) < 0.001) told.push(`round ${round}: p = ${now}, after ${after}`);
        if (told.length === 0 && (!asked || round === 1)) break;
      }
      await endLoad();
      expect(told.length, told.join('; ')).toBeLessThanOrEqual(1);
    },
    1_200_000,
  );

  it('the test itself can tell a tenth of a millisecond', () => {
    const noise = () => 2 + Math.random() * 0.3;
    const a = Array.from({ length: 1_000 }, noise);
    expect(
      mannWhitney(
        a,
        Array.from({ length: 1_000 }, () => noise() + 0.1),
      ),
    ).toBeLessThan(0.001);
    expect(mannWhitney(a, Array.from({ length: 1_000 }, noise))).toBeGreaterThan(0.00001);
  });
});
