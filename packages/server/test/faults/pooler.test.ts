import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isLong } from '../world/long-form.ts';
import { askForLink, logIn, redeem } from '../world/acts.ts';
import { aClient, aCoach } from '../world/people.ts';
import { hasPooler, Pooler } from '../world/pooler.ts';
import { promptRetries, useWorld } from '../world/world.ts';

const server = inject('postgres');
const world = useWorld(promptRetries);

const BACKENDS = `
  select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;

describe.runIf(server && hasPooler && isLong)('behind PgBouncer in transaction mode', () => {
  let pooler: Pooler;
  beforeAll(async () => {
    const direct = world.env.databaseUrl ?? '';
    pooler = await Pooler.open(direct, 4);
    await world.reopen({ databaseUrl: pooler.url, databaseDirectUrl: direct });
  });
  afterAll(async () => {
    await world.leave();
    await pooler.close();
  });

  it('P135 twenty people get their links at once, over four connections and those that listen', async () => {
    const coach = await aCoach(world);
    const own = { coachId: coach.id, practiceId: coach.practiceId };
    const people = await Promise.all(Array.from({ length: 20 }, () => aClient(world, own)));
    const outcomes = await Promise.all(
      people.map(async ({ username, password }) => logIn(world.browser(), username, password ?? '')),
    );
    expect(outcomes.map(({ __typename }) => __typename)).toEqual(people.map(() => 'LoggedIn'));
    for (const person of people.slice(0, 3)) {
      const letter = await askForLink(world, person);
      expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoggedIn');
    }
    const [row] = await world.rows<{ n: number }>(BACKENDS);
    expect(row?.n).toBeLessThanOrEqual(4 + 5);
  });

  it('P135 a job is heard of at once, and the job queue tells of no fault', async () => {
    const person = await aClient(world);
    const times: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const from = performance.now();
      await askForLink(world, person);
      times.push(performance.now() - from);
    }
    expect(Math.min(...times)).toBeLessThan(500);
    // Longer than it takes to notice that nothing is heard.
    await new Promise((resolve) => setTimeout(resolve, 12_000));
    expect(world.logLines.filter((line) => line.includes('the job queue has a fault'))).toEqual([]);
  }, 60_000);
});
