import { afterAll, describe, expect, it, vi } from 'vitest';
import { MeDocument, RequestLoginLinkDocument, UpdateMyProfileDocument } from '@latchstring/operations';
import { logIn } from '../world/acts.ts';
import type { Browser } from '../world/browser.ts';
import { aClient } from '../world/people.ts';
import { PrivateCluster } from '../world/private-cluster.ts';
import { promptRetries, useWorld } from '../world/world.ts';

const cluster = await PrivateCluster.openMigrated();
const world = useWorld({ ...promptRetries, ...(cluster ? { env: { databaseUrl: cluster.url } } : {}) });
afterAll(() => cluster?.close());

const ready = async () => (await world.browser().send('GET', '/readyz')).body;
/** In these words; the first look after a connection was cut meets the dead one. */
const isSaid = (words: string) => expect.poll(ready, { timeout: 15_000 }).toContain(words);
const isWell = async () => {
  await expect.poll(ready, { timeout: 15_000 }).toBe('ready\n');
  expect((await world.browser().send('GET', '/readyz')).statusCode).toBe(200);
};
const rename = (browser: Browser, firstName: string) =>
  browser.ask(UpdateMyProfileDocument, { input: { firstName } });

async function somebody() {
  const browser = world.browser();
  const { username, password } = await aClient(world, { firstName: 'Maya' });
  // A connection that was cut may still be met by one request.
  await vi.waitFor(() => logIn(browser, username, password), { timeout: 15_000, interval: 200 });
  return browser;
}

type Asked = ReturnType<Browser['ask']>;

async function expectUnavailable(asked: Asked, mayHaveBeenDone: boolean) {
  const { errors, response } = await asked;
  expect(response.statusCode).toBe(503);
  expect(response.headers['retry-after']).toBe('5');
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(mayHaveBeenDone ? /may have been done/ : /Try again/) as string,
    extensions: { code: 'UNAVAILABLE', mayHaveBeenDone },
  });
  expect(response.body).not.toMatch(/reference|postgres|read-only transaction/);
}

/** Ends every connection that waits for this, until the answer is there. */
async function cutOff(waitEvent: string, asked: Asked): Promise<void> {
  let isOver = false;
  void asked.then(() => (isOver = true));
  while (!isOver)
    await world.rows('select pg_terminate_backend(pid) from pg_stat_activity where wait_event = ?', [
      waitEvent,
    ]);
}

describe.runIf(cluster)('C181 a database that can not be worked with', () => {
  it('away, and for reading alone: 503 to try again, and all is well after it', async () => {
    const browser = await somebody();
    const asks = [
      () => browser.ask(MeDocument, {}),
      () => world.browser().ask(RequestLoginLinkDocument, { username: 'whoever' }),
      () => rename(browser, 'Ines'),
    ];
    cluster?.crash();
    for (const ask of asks) await expectUnavailable(ask(), false);
    await isSaid('does not answer');
    expect((await world.browser().send('GET', '/readyz')).statusCode).toBe(503);
    cluster?.start();
    await isWell();
    cluster?.becomeStandby();
    await isSaid('read-only');
    for (const ask of asks.slice(1)) await expectUnavailable(ask(), false);
    const { data } = await browser.ask(MeDocument, {});
    expect(data?.me?.firstName).toBe('Maya');
    cluster?.promote();
    await isWell();
    await expect
      .poll(async () => (await rename(browser, 'Ines')).errors, { timeout: 15_000 })
      .toBeUndefined();
  }, 60_000);

  it('an answer lost within a transaction: it was not done', async () => {
    const browser = await somebody();
    const inTheWay = world.em;
    await inTheWay.begin();
    await inTheWay.execute('lock table account in access exclusive mode');
    const asked = rename(browser, 'Ines');
    await cutOff('relation', asked);
    await inTheWay.rollback();
    await expectUnavailable(asked, false);
    expect((await browser.run(MeDocument, {})).me?.firstName).toBe('Maya');
  }, 60_000);

  it('an answer lost after the commit: it may have been done, as it was', async () => {
    const browser = await somebody();
    await world.rows('alter system set synchronous_standby_names = nobody');
    await world.rows('select pg_reload_conf()');
    const asked = rename(browser, 'Ines');
    await isSaid('does not confirm');
    await cutOff('SyncRep', asked);
    await expectUnavailable(asked, true);
    await world.rows('alter system reset synchronous_standby_names');
    await world.rows('select pg_reload_conf()');
    await isWell();
    expect((await browser.run(MeDocument, {})).me?.firstName).toBe('Ines');
  }, 60_000);
});
