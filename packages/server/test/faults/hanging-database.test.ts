import { afterAll, describe, expect, it } from 'vitest';
import { MeDocument, SiteDocument, UpdateMyProfileDocument } from '@latchstring/operations';
import { logIn } from '../world/acts.ts';
import { aClient } from '../world/people.ts';
import { PrivateCluster } from '../world/private-cluster.ts';
import { promptRetries, useWorld } from '../world/world.ts';

const cluster = await PrivateCluster.openMigrated();
const world = useWorld({ ...promptRetries, ...(cluster ? { env: { databaseUrl: cluster.url } } : {}) });
afterAll(() => {
  cluster?.thaw();
  cluster?.close();
});

const look = async () => {
  const from = performance.now();
  const { statusCode } = await world.browser().send('GET', '/readyz');
  return { statusCode, ms: performance.now() - from };
};

describe.runIf(cluster)('a database that takes what it is asked and says nothing', () => {
  it('P037 is told of within seconds, holds nobody for ever, and is worked with again once it speaks', async () => {
    const client = await aClient(world, { firstName: 'Maya' });
    const browser = world.browser();
    await logIn(browser, client.username, client.password);
    expect((await look()).statusCode).toBe(200);
    cluster?.freeze();
    const asks = [
      () => browser.ask(MeDocument, {}),
      () => world.browser().ask(SiteDocument, {}),
      ...Array.from(
        { length: 20 },
        (_, i) => () => browser.ask(UpdateMyProfileDocument, { input: { firstName: `Name ${i}` } }),
      ),
    ];
    const from = performance.now();
    const answers = asks.map((ask) => ask());
    // Those who look whether it is ready are many, and wait for no one.
    for (let times = 0; times < 3; times += 1)
      for (const { statusCode, ms } of await Promise.all(Array.from({ length: 10 }, look))) {
        expect(statusCode).toBe(503);
        expect(ms).toBeLessThan(8_000);
      }
    expect((await world.browser().send('GET', '/healthz')).statusCode).toBe(200);
    for (const { errors, response } of await Promise.all(answers)) {
      expect(response.statusCode).toBe(503);
      expect(errors?.[0]?.extensions?.['code']).toBe('UNAVAILABLE');
    }
    expect(performance.now() - from).toBeLessThan(60_000);
    cluster?.thaw();
    await expect.poll(async () => (await look()).statusCode, { timeout: 10_000 }).toBe(200);
    // What nobody waited for was not done later, and nothing of it hangs on to what comes now.
    const { me } = await browser.run(MeDocument, {});
    expect(me?.firstName).toBe('Maya');
    const open = () =>
      world.rows(
        `select pid from pg_stat_activity where state like 'idle in transaction%' and pid <> pg_backend_pid()`,
      );
    await expect.poll(open, { timeout: 10_000 }).toEqual([]);
    await browser.run(UpdateMyProfileDocument, { input: { firstName: 'Ines' } });
    expect((await browser.run(MeDocument, {})).me?.firstName).toBe('Ines');
  }, 120_000);
});
