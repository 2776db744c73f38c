import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LoginDocument } from '@latchstring/operations';
import argon2 from 'argon2';
import { print } from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { isLong, longOr } from '../world/long-form.ts';
import { aClient } from '../world/people.ts';
import { realHashing, useWorld } from '../world/world.ts';

const far = { points: 1_000_000, seconds: 900 };
const world = useWorld({
  // One at a time, so that the queue fills on a slow machine too.
  env: { hashesInFlight: 1 },
  settings: {
    ...realHashing,
    limits: { ...defaultSettings.limits, perSource: far, perTypedText: far, wrongPasswordsPerName: far },
  },
});

// Each login of the flood comes from an address of its own; jobs are for another process.
const outside = useWorld({
  env: { trustedProxies: ['127.0.0.1'], hashesInFlight: 1 },
  settings: realHashing,
  worker: false,
});

/** Nothing else runs on this machine, so that times can be asked for. */
const isAlone = isLong;

/** Looks on while hashes are checked: how many run at once. */
function watchHashing() {
  const { verify } = argon2;
  const seen = { running: 0, most: 0, total: 0 };
  const watched = vi.spyOn(argon2, 'verify').mockImplementation(async (...args) => {
    seen.running += 1;
    seen.total += 1;
    seen.most = Math.max(seen.most, seen.running);
    try {
      return await verify(...args);
    } finally {
      seen.running -= 1;
    }
  });
  return { seen, stop: () => watched.mockRestore() };
}

async function logIn(url: string, username: string, signal?: AbortSignal): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: print(LoginDocument),
      variables: { username, password: 'not the password' },
    }),
    ...(signal ? { signal } : {}),
  });
  const { data } = (await response.json()) as { data: { login: { __typename: string } } };
  return data.login.__typename;
}

describe('a flood of logins', () => {
  it('C096 200 at once, half of them cut off: no more hashes than the limit, the rest told to come again, others served', async () => {
    const client = await aClient(world);
    const url = await world.http.listen({ port: 0, host: '127.0.0.1' });
    const { seen, stop } = watchHashing();
    try {
      const calls = Array.from({ length: 200 }, (_, i) => {
        const username = i % 2 === 0 ? client.username : `nobody.${i}`;
        if (i % 4 < 2) return logIn(url, username);
        const cut = new AbortController();
        setTimeout(() => cut.abort(), 5 + (i % 50));
        return logIn(url, username, cut.signal).catch(() => 'cut off');
      });
      const health: number[] = [];
      const from = performance.now();
      const flooding = Promise.all(calls);
      let isOver = false;
      void flooding.finally(() => (isOver = true));
      while (!isOver) {
        const before = performance.now();
        expect((await fetch(`${url}/healthz`)).status).toBe(200);
        health.push(performance.now() - before);
      }
      const outcomes = await flooding;
      const tookMs = performance.now() - from;
      expect(seen.most).toBeLessThanOrEqual(world.env.hashesInFlight);
      // Where one connection hands requests on, a queue of hashes may or may not fill.
      const mustShed = process.env['TEST_DATABASE_URL'] !== undefined;
      const kinds = new Set([...outcomes, ...(mustShed ? [] : ['TooManyAttempts'])]);
      expect(kinds).toEqual(new Set(['InvalidCredentials', 'TooManyAttempts', 'cut off']));
      // Shed alike, whether or not the name exists.
      const shed = (rest: number) =>
        outcomes.filter((o, i) => i % 4 === rest && o === 'TooManyAttempts').length;
      if (mustShed) expect(Math.min(shed(0), shed(1))).toBeGreaterThan(0);
      // Whoever asks for something else is answered while hashes wait.
      expect(health.length).toBeGreaterThan(0);
      const slowest = [...health].sort((a, b) => a - b).at(Math.floor(health.length * 0.9)) ?? Infinity;
      // On a machine that does nothing else within a second; on any other long before the flood is over.
      expect(slowest).toBeLessThan(isAlone ? 1_000 : Math.max(1_000, tookMs / 2));
      // The permits of those who were cut off came back: the next one is looked at.
      while (seen.running > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      const before = seen.total;
      expect(await logIn(url, client.username)).toBe('InvalidCredentials');
      expect(seen.total).toBe(before + 1);
    } finally {
      stop();
    }
  }, 60_000);

  // On the embedded database the queries themselves run on the server's thread.
  it.skipIf(!process.env['TEST_DATABASE_URL'])(
    'C096 200 at once, half of them cut off, again and again: memory stays flat, and /healthz answers at once',
    async () => {
      const url = await outside.http.listen({ port: 0, host: '127.0.0.1' });
      const [health, memory, ended]: [number[], number[], string[]] = [[], [], []];
      for (let round = 0; round < longOr(6, 3); round += 1) {
        const seen = await flood(url, round);
        // The first round fills pools and caches.
        if (round > 0) health.push(...seen.health);
        ended.push(...seen.ended);
        memory.push(process.memoryUsage().rss / 1e6);
      }
      const p99 = health.sort((a, b) => a - b)[Math.floor(health.length * 0.99)] ?? Infinity;
      const told = `${health.length} looks at /healthz, p99 ${p99.toFixed(1)} ms; memory ${memory.map((mb) => mb.toFixed(0)).join(', ')} MB`;
      if (isAlone) console.error(told);
      expect(new Set(ended)).toEqual(new Set(['InvalidCredentials', 'TooManyAttempts', 'cut off']));
      expect(health.length).toBeGreaterThan(isAlone ? 100 : 20);
      // On a machine that does nothing else 50 ms are asked for; other tests may run beside this one.
      expect(p99, told).toBeLessThan(isAlone ? 50 : 2_000);
      const early = memory[1] ?? 0;
      expect(memory.at(-1), told).toBeLessThan(Math.max(early * 1.2, isAlone ? 0 : early + 150));
    },
    120_000,
  );
});

interface Flood {
  ended: string[];
  health: number[];
}

async function flood(url: string, round: number): Promise<Flood> {
  const script = join(import.meta.dirname, '../world/flooder.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, url, String(round)]);
  return JSON.parse(stdout) as Flood;
}
