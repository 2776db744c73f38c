import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { logIn } from '../world/acts.ts';
import { coachIn, demoCoach, lookAt, writeToMany } from '../world/demo-coach.ts';
import { buildServer, startHouse, type House } from '../world/own-process.ts';
import { Provider } from '../world/provider.ts';
import { eachLinkLogsIn } from '../world/sending.ts';
import { copyTemplate } from '../world/template.ts';

const provider = new Provider();
const url = await provider.open();
const houses: House[] = [];
let env: Record<string, string> = {};
let drop = () => Promise.resolve();

beforeAll(async () => {
  buildServer();
  const database = await copyTemplate(inject('runDir'), inject('postgres'));
  drop = database.drop;
  env = {
    MAIL: 'mailgun',
    MAILGUN_KEY: 'key',
    MAILGUN_DOMAIN: 'mail.test',
    MAILGUN_URL: url,
    DATA_DIR: database.dataDir,
    DEMO_DATA: '1',
    ...(database.databaseUrl ? { DATABASE_URL: database.databaseUrl } : {}),
  };
});
afterAll(async () => {
  for (const house of houses) await house.end('SIGKILL');
  await provider.close();
  await drop();
});

async function open(): Promise<House> {
  const house = await startHouse(env);
  houses.push(house);
  return house;
}

/** The longest that a host waits by itself before it ends a process the hard way. */
const GRACE_MS = 10_000;

describe('a house that is told to end', () => {
  it('answers every request that it has begun, and then ends without a fault', async () => {
    const house = await open();
    // Names that nobody has, each with a hash of its own, which are made one after the other.
    const answers = Array.from({ length: 20 }, (_, i) => logIn(house.browser(), `nobody.${i}`, 'any'));
    answers.push(logIn(house.browser(), demoCoach.username, demoCoach.password));
    await Promise.race(answers);
    // What still waits at the door when it closes is not begun. These came later, so all the others are in.
    for (let times = 0; times < 3; times += 1)
      await fetch(`${house.url}/healthz`, { headers: { connection: 'close' } });
    const from = performance.now();
    const code = house.end('SIGTERM');
    const outcomes = (await Promise.all(answers)).map(({ __typename }) => __typename);
    expect(new Set(outcomes)).toEqual(new Set(['LoggedIn', 'InvalidCredentials']));
    expect(await code).toBe(0);
    expect(performance.now() - from).toBeLessThan(GRACE_MS);
    await expect(fetch(`${house.url}/healthz`)).rejects.toThrow('fetch failed');
  }, 60_000);

  it('finishes the mails that are on their way, begins no others, and the next one sends exactly those', async () => {
    const house = await open();
    provider.delayMs = 800;
    const { id, people } = await writeToMany(await coachIn(house), 100);
    await expect.poll(() => provider.accepted.length, { timeout: 15_000 }).toBeGreaterThan(15);
    const from = performance.now();
    expect(await house.end('SIGTERM')).toBe(0);
    expect(performance.now() - from).toBeLessThan(GRACE_MS);
    const early = provider.accepted.length;
    expect(early).toBeLessThan(80);
    // Whatever it had handed over was settled: nothing is left in doubt.
    provider.delayMs = 0;
    const next = await open();
    const coach = await coachIn(next);
    const atOnce = await lookAt(coach, id);
    expect(atOnce?.deliveryCounts.sent).toBeGreaterThanOrEqual(early);
    await expect
      .poll(async () => (await lookAt(coach, id))?.state, { timeout: 30_000, interval: 300 })
      .toBe('SENT');
    await eachLinkLogsIn(next, provider, people);
    expect(await next.end('SIGTERM')).toBe(0);
  }, 120_000);
});
