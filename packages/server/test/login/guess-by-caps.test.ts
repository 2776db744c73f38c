import { RecoverUsernameDocument, RequestLoginLinkDocument } from '@latchstring/operations';
import { expect, it } from 'vitest';
import { enqueueDueJobs } from '../../src/platform/jobs/waiting-jobs.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/platform/clock.ts';
import { loggedInBrowser, redeem } from '../world/acts.ts';
import { isLong } from '../world/long-form.ts';
import { aClient } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();
/** The attacks in numbers: `fortress shared`. The suite makes fewer rounds. */
const rounds = isLong ? 40 : 6;

/** Of `rounds`: as often right as somebody may be who knows nothing, 12 to 28 of forty. */
const fair = { least: rounds * 0.3, most: rounds * 0.7 };

it('C121 whoever counts the letters at their own addresses guesses no better than by chance', async () => {
  const seen = new Map<string, Set<number>>();
  let right = 0;
  for (let n = 0; n < rounds; n += 1) {
    const isKnown = n % 2 === 0;
    const target = isKnown ? (await aClient(world)).email : `nobody${n}@client.test`;
    const stranger = world.browser();
    await stranger.run(RecoverUsernameDocument, { email: target });
    for (let i = 0; i < 10; i += 1)
      await stranger.run(RecoverUsernameDocument, { email: `mine${i}@catch-all-${n}.test` });
    const arrived = (await world.letters()).filter(({ to }) => to.endsWith(`@catch-all-${n}.test`)).length;
    const key = String(isKnown);
    seen.set(key, (seen.get(key) ?? new Set()).add(arrived));
    // One that is known would have left all ten.
    if (isKnown === arrived > 9) right += 1;
    world.clock.advance(30 * MINUTE_MS);
  }
  if (isLong) console.error(`known and unknown by caps: right in ${right} of ${rounds}`);
  expect(new Set([...seen.values()].flatMap((counts) => [...counts]))).toEqual(new Set([9]));
  expect(right).toBeGreaterThanOrEqual(fair.least);
  expect(right).toBeLessThanOrEqual(fair.most);
}, 600_000);

it('C120 twenty requests of strangers lock nobody out: a link within the hour, from a known browser at once', async () => {
  const client = await aClient(world);
  const home = await loggedInBrowser(world, client);
  for (let n = 0; n < 20; n += 1) {
    await world.browser().run(RequestLoginLinkDocument, { username: client.username });
    await world.browser().run(RecoverUsernameDocument, { email: client.email });
  }
  await world.settle();
  const flood = (await world.letters(client.email)).length;
  // Letters of one moment have no order.
  const links = async () =>
    (await world.letters(client.email)).filter(({ subject }) => subject.includes('login link'));
  const known = new Set((await links()).map(({ text }) => text));
  const fresh = async () => (await links()).find(({ text }) => !known.has(text));
  await home.run(RequestLoginLinkDocument, { username: client.username });
  const atHome = await fresh();
  expect((await redeem(home, atHome?.token() ?? '')).__typename).toBe('LoggedIn');
  for (const { text } of await links()) known.add(text);
  await world.browser().run(RequestLoginLinkDocument, { username: client.username });
  let minutes = 0;
  while (!(await fresh()) && minutes < 120) {
    world.clock.advance(MINUTE_MS);
    minutes += 1;
    await enqueueDueJobs(world.app.open());
  }
  if (isLong)
    console.error(
      `40 requests of strangers: ${flood} letters; at home at once, elsewhere after ${minutes} minutes`,
    );
  expect(flood).toBe(10);
  expect(minutes).toBeLessThanOrEqual(HOUR_MS / MINUTE_MS);
  expect((await redeem(world.browser(), (await fresh())?.token() ?? '')).__typename).toBe('LoggedIn');
}, 120_000);
