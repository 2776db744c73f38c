import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RequestLoginLinkDocument } from '@latchstring/operations';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { buildServer } from '../world/own-process.ts';
import { aClient } from '../world/people.ts';
import { Provider, textOf } from '../world/provider.ts';
import { eachLinkLogsIn, sendTo } from '../world/sending.ts';
import { startWorker } from '../world/workers.ts';
import { useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
// As in production it gives up a call after ten seconds.
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url } as const;
const world = useWorld({ worker: false, env: { mail, mailFrom: 'no-reply@mail.test', logLevel: 'silent' } });
afterAll(() => provider.close());

/** What docker compose gives a process before it ends it the hard way. */
const compose = readFileSync(join(import.meta.dirname, '../../../../docker-compose.yml'), 'utf8');
const graceMs = Number(/^ {2}stop_grace_period: (\d+)s$/m.exec(compose)?.[1] ?? 10) * 1_000;

describe.runIf(inject('postgres'))('a worker that is told to stop while the provider hangs', () => {
  it('C174 ends within the time that the deployment gives it, and nothing is sent twice', async () => {
    buildServer();
    const sent = await sendTo(world, 12);
    const asker = await aClient(world);
    await world.browser().run(RequestLoginLinkDocument, { username: asker.username });
    let n = 0;
    provider.mood = () => ((n += 1) % 2 === 0 ? 'hangs after accepting' : 'hangs');
    const from = performance.timeOrigin + performance.now();
    const worker = await startWorker(world, from);
    // Messages and a letter.
    const subjects = () => new Set(provider.seen.map((form) => textOf(form, 'subject')));
    await expect.poll(() => subjects().size, { timeout: 20_000, interval: 20 }).toBe(2);
    await expect.poll(() => provider.waiting, { timeout: 20_000, interval: 20 }).toBeGreaterThan(8);
    const told = performance.now();
    const ended = once(worker, 'exit');
    worker.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    // With room for a busy machine.
    expect(performance.now() - told).toBeLessThan(graceMs * 0.8);

    provider.mood = 'accepts';
    const next = await startWorker(world, from);
    const states = () =>
      world.rows<{ state: string; n: number }>(
        `select state, count(*)::int as n from delivery group by state`,
      );
    await expect.poll(states, { timeout: 90_000, interval: 500 }).toEqual([{ state: 'SENT', n: 12 }]);
    next.kill('SIGTERM');
    await eachLinkLogsIn(world, provider, sent.people);
  }, 180_000);
});
