import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ChildProcess } from 'node:child_process';
import { longOr } from '../world/long-form.ts';
import { buildServer } from '../world/own-process.ts';
import { startWorker } from '../world/workers.ts';
import { Provider } from '../world/provider.ts';
import { eachLinkLogsIn, sendTo } from '../world/sending.ts';
import { useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 10_000 } as const;
const world = useWorld({ worker: false, env: { mail, mailFrom: 'no-reply@mail.test', logLevel: 'silent' } });
const workers: ChildProcess[] = [];
beforeAll(() => void (inject('postgres') && buildServer()));
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await provider.close();
});

const RECIPIENTS = longOr(450, 240);
/** So many are taken first: by then each worker has as many calls under way as it ever has. */
const TAKEN_FIRST = longOr(200, 100);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Many mails wait for their answer, and no other has come for a while. */
async function allCallsMade(): Promise<void> {
  let [before, since] = [0, performance.now()];
  await expect
    .poll(
      () => {
        const now = performance.now();
        if (provider.waiting !== before) [before, since] = [provider.waiting, now];
        return now - since > 500 && before > 40;
      },
      { timeout: 60_000, interval: 10 },
    )
    .toBe(true);
}

describe.runIf(inject('postgres'))('two workers, one of them frozen in the middle of a batch', () => {
  // The product's clock runs thirty times as fast: a claim is 4 seconds, and 10 minutes of asking are 20.
  it.each([
    ['for longer than its claim', 6_000] as const,
    ...longOr([['for longer than the provider is asked about what it had', 24_000] as const], []),
  ])(
    'C076 %s: the other one goes on, and what thaws sends nothing twice',
    async (_long, frozenMs) => {
      const { promise, resolve: answer } = Promise.withResolvers<null>();
      let mails = 0;
      provider.arrived = () => {
        mails += 1;
        if (mails === TAKEN_FIRST) provider.held = promise;
      };
      const realFrom = performance.timeOrigin + performance.now();
      const pair = [await startWorker(world, realFrom), await startWorker(world, realFrom)];
      workers.push(...pair);
      const { id, people } = await sendTo(world, RECIPIENTS);
      // Not between its last look at the claim and its call, where no program could know of it: when all calls are made.
      await allCallsMade();
      pair[0]?.kill('SIGSTOP');
      provider.delayMs = 80;
      answer(null);
      await pause(frozenMs);
      pair[0]?.kill('SIGCONT');
      const states = () =>
        world.rows('select state, count(*)::int as n from delivery where message_id = ? group by state', [
          id,
        ]);
      await expect
        .poll(states, { timeout: 120_000, interval: 300 })
        .toEqual([{ state: 'SENT', n: RECIPIENTS }]);
      // Whatever had thawed late would have come by now.
      await pause(1_500);
      await eachLinkLogsIn(world, provider, people);
      for (const worker of pair) worker.kill('SIGKILL');
    },
    300_000,
  );
});
