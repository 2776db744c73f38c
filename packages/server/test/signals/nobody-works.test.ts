import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { RequestLoginLinkDocument } from '@latchstring/operations';
import { buildServer } from '../world/own-process.ts';
import { aClient } from '../world/people.ts';
import { readFigures } from '../world/figures.ts';
import { Provider } from '../world/provider.ts';
import { sendTo } from '../world/sending.ts';
import { startWorker } from '../world/workers.ts';
import { useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 2_000 } as const;
const metrics = { host: '127.0.0.1', port: 0 };
const world = useWorld({
  worker: false,
  lookEveryMs: 20,
  env: { mail, mailFrom: 'no-reply@mail.test', logLevel: 'warn', metrics },
});
const workers: ChildProcess[] = [];
beforeAll(() => void (inject('postgres') && buildServer()));
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await provider.close();
});

const MINUTE_MS = 60_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Fast enough to wait for, and slow enough that a machine with other things to do keeps up. */
const SPEED = 5;
const realFrom = performance.timeOrigin + performance.now();
let followed = 0;
/** While workers are at work. */
let isFollowing = true;

/** Brings the world's clock to where that of its workers is by now. */
function follow(): void {
  const now = (performance.timeOrigin + performance.now() - realFrom) * SPEED;
  world.clock.advance(now - followed);
  followed = now;
}

/** What whoever watches is told now: its status, and its words. */
async function standing(): Promise<string> {
  if (isFollowing) follow();
  const { statusCode, body } = await world.browser().send('GET', '/readyz/mail');
  return `${statusCode} ${body}`;
}

/** The lines of the log that say this among others. */
const told = (words: string) =>
  world.logLines
    .map((line) => JSON.parse(line) as Record<string, unknown> & { msg: string; why: string[] })
    .filter(({ msg, why }) => msg === 'mail does not go as it should' && why.join(' ').includes(words));

async function aWorker(): Promise<ChildProcess> {
  const worker = await startWorker(world, realFrom, SPEED);
  workers.push(worker);
  return worker;
}

const soon = { timeout: 30_000, interval: 20 };

describe.runIf(inject('postgres'))('where the workers are processes of their own', () => {
  it('C173 one that stands still is told of within a minute while the other works on', async () => {
    const [frozen] = await Promise.all([aWorker(), aWorker()]);
    const working = async () => (await readFigures(world))['latchstring_workers{state="working"}'];
    await expect.poll(() => (follow(), working()), soon).toBe(2);
    expect(await standing()).toBe('200 at work\n');
    frozen.kill('SIGSTOP');
    const from = world.clock.now().getTime();
    await expect.poll(standing, soon).toBe('200 at work\n1 worker has fallen silent without ending.\n');
    expect(world.clock.now().getTime() - from).toBeLessThan(MINUTE_MS);
    expect(await readFigures(world)).toMatchObject({
      'latchstring_workers{state="silent"}': 1,
      'latchstring_workers{state="working"}': 1,
    });
    await expect.poll(() => told('1 worker has fallen silent').length, soon).toBeGreaterThan(0);
    frozen.kill('SIGCONT');
    await expect.poll(standing, soon).toBe('200 at work\n');
  }, 120_000);

  it('C173 all killed: a minute later it is told since when, what waits, and a line a minute says so', async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    isFollowing = false;
    const client = await aClient(world);
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    await sendTo(world, 3);
    expect(await standing()).toBe('200 at work\n');
    // The last sign of life may be a little ahead of this clock.
    world.clock.advance(MINUTE_MS + 10_000);
    world.logLines.length = 0;
    await expect
      .poll(standing, soon)
      .toMatch(/^503 Nobody works since 2026-11-25T\d\d:\d\dZ, for 1 minute: no mail goes/);
    expect(await standing()).toMatch(
      /Waiting: 2 jobs, the oldest for less than a minute; 3 deliveries, the oldest for 1 minute\./,
    );
    await expect.poll(() => told('Nobody works').length, soon).toBe(1);
    await pause(300);
    expect(told('Nobody works')).toHaveLength(1);
    expect(told('Nobody works')[0]).toMatchObject({
      level: 50,
      jobs: 2,
      deliveries: 3,
      oldestDeliverySeconds: 70,
    });
    world.clock.advance(MINUTE_MS);
    await expect.poll(() => told('Nobody works').length, soon).toBe(2);
    const figures = await readFigures(world);
    expect(figures['latchstring_worked_seconds_ago']).toBeGreaterThanOrEqual(2 * 60);
    expect(figures).toMatchObject({
      'latchstring_workers{state="silent"}': 2,
      'latchstring_workers{state="working"}': 0,
      'latchstring_deliveries_waiting{age="1m_to_10m"}': 3,
      'latchstring_jobs_waiting{queue="link-by-username",age="under_1m"}': 1,
    });
    // Of this process and its database alone.
    expect((await world.browser().send('GET', '/readyz')).statusCode).toBe(200);
  }, 120_000);
});
