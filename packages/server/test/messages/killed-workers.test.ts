import type { ChildProcess } from 'node:child_process';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { SendMessageDocument } from '@latchstring/operations';
import { loggedInBrowser } from '../world/acts.ts';
import { longOr } from '../world/long-form.ts';
import { aClient, aCoach } from '../world/people.ts';
import { buildServer } from '../world/own-process.ts';
import { Provider } from '../world/provider.ts';
import { eachLinkLogsIn } from '../world/sending.ts';
import { startWorker } from '../world/workers.ts';
import { useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 5_000 } as const;
const world = useWorld({ worker: false, env: { mail, mailFrom: 'no-reply@mail.test', logLevel: 'silent' } });
const workers: ChildProcess[] = [];
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await provider.close();
});

const RECIPIENTS = longOr(5_000, 320);
const KILLS = 5;
/** Mails that are with the provider at each kill, at the least. */
const CAUGHT = 20;

async function aWorker(realFrom: number): Promise<ChildProcess> {
  const worker = await startWorker(world, realFrom);
  workers.push(worker);
  return worker;
}

describe.runIf(inject('postgres'))('two workers, killed five times', () => {
  it('C179 send each client, and the coach who wants a copy, exactly one mail whose link logs in, through a provider that fails 3 %, a third of it after accepting, and falls silent on 1 % after accepting', async () => {
    buildServer();
    const coach = await aCoach(world);
    const own = { coachId: coach.id, practiceId: coach.practiceId, password: null };
    const people = [];
    for (let i = 0; i < RECIPIENTS; i += 1) people.push(await aClient(world, own));
    const browser = await loggedInBrowser(world, coach);
    const recipients = { clientIds: [], allActive: true };
    const input = {
      subject: 'Your way in',
      body: '[loginLink]',
      bodyFormat: 'TEXT' as const,
      copyToMe: true,
      recipients,
    };
    await browser.run(SendMessageDocument, { input });
    let n = 0;
    provider.delayMs = 400;
    provider.mood = () => {
      n += 1;
      if (n % 100 === 50) return 'hangs after accepting';
      if (n % 99 === 0) return 'answers 500 after accepting';
      return n % 33 === 0 ? 'answers 500' : 'accepts';
    };
    const realFrom = performance.timeOrigin + performance.now();
    const pair = [aWorker(realFrom), aWorker(realFrom)];
    // Each in the middle of it: while one begins, only the other can bring it further. All in the first half, so that
    // however slow this machine is, enough is left to be caught at.
    for (let kill = 0; kill < KILLS; kill += 1) {
      const worker = await pair[kill % 2];
      const isInTheMiddle = () =>
        provider.accepted.length > ((kill + 1) * RECIPIENTS) / (2 * KILLS) && provider.waiting > CAUGHT;
      await expect.poll(isInTheMiddle, { timeout: 120_000, interval: 5 }).toBe(true);
      worker?.kill('SIGKILL');
      pair[kill % 2] = aWorker(realFrom);
    }
    await Promise.all(pair);
    const states = () =>
      world.rows<{ state: string; n: number }>(
        'select state, count(*)::int as n from delivery group by state',
      );
    await expect
      .poll(states, { timeout: 150_000, interval: 500 })
      .toEqual([{ state: 'SENT', n: RECIPIENTS + 1 }]);
    expect(provider.to(coach.email)).toHaveLength(1);
    await eachLinkLogsIn(world, provider, people);
  }, 480_000);
});
