import { afterAll, describe, expect, it } from 'vitest';
import { RequestLoginLinkDocument } from '@latchstring/operations';
import { defaultSettings } from '../../src/settings/settings.ts';
import { isLong } from '../world/long-form.ts';
import { aClient } from '../world/people.ts';
import { Provider } from '../world/provider.ts';
import { eachLinkLogsIn, sendTo } from '../world/sending.ts';
import { promptRetries, useWorld } from '../world/world.ts';

const provider = new Provider();
const url = await provider.open();
// The provider answers from the same process, which ten thousand jobs can keep busy for a while.
const mail = { kind: 'mailgun', key: 'key', domain: 'mail.test', url, timeoutMs: 60_000 } as const;
const world = useWorld({
  ...promptRetries,
  env: { mail, mailFrom: 'no-reply@mail.test', logLevel: 'error' },
});
afterAll(() => provider.close());

/** For a machine that has other things to do as well. */
const PATIENCE_MS = 400_000;

/** Nothing else runs on this machine, so that times can be asked for. */
const isAlone = isLong;
const COPIES = isAlone ? 10_000 : 1_000;

/** So many new jobs that are like the one that there is, whatever became of that one. */
async function copyJob(queue: string): Promise<void> {
  const columns =
    'name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, policy';
  await world.rows(
    `insert into pgboss.job (${columns})
     select ${columns} from (select ${columns} from pgboss.job where name = ? limit 1) one, generate_series(1, ?)`,
    [queue, COPIES],
  );
}

describe(`${COPIES} copies of a job`, () => {
  it('C076 that delivers: one mail to each, and all of them are done', async () => {
    provider.mood = 'answers 429';
    const { look, people } = await sendTo(world, 3);
    await look();
    await copyJob('deliver');
    provider.mood = 'accepts';
    const from = performance.now();
    // As long as the provider asked for.
    world.clock.advance(121_000);
    await world.settle(PATIENCE_MS);
    if (isAlone) expect(performance.now() - from).toBeLessThan(60_000);
    const message = await look();
    expect(message).toMatchObject({ state: 'SENT', deliveryCounts: { sent: 3 } });
    await eachLinkLogsIn(world, provider, people);
  }, 600_000);

  it('that mails a login link: no more letters than anybody can ask for, and all of them are done', async () => {
    const client = await aClient(world);
    provider.mood = 'answers 500';
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    await expect
      .poll(() => world.rows(`select 1 from pgboss.job where name = 'help-letter' and state = 'retry'`), {
        timeout: 10_000,
      })
      .toHaveLength(1);
    await copyJob('help-letter');
    provider.mood = 'accepts';
    const from = performance.now();
    await world.settle(PATIENCE_MS);
    if (isAlone) expect(performance.now() - from).toBeLessThan(120_000);
    const letters = provider.to(client.email).length;
    expect(letters).toBeGreaterThan(0);
    expect(letters).toBeLessThanOrEqual(defaultSettings.limits.letters.points);
  }, 600_000);
});
