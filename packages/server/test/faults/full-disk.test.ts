import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientsDocument, ImportClientsDocument, MeDocument } from '@latchstring/operations';
import type { Browser } from '../world/browser.ts';
import { coachIn } from '../world/demo-coach.ts';
import { buildServer, startHouse, type House } from '../world/own-process.ts';
import { mayMount, SmallDisk } from '../world/small-disk.ts';

const disk = mayMount ? new SmallDisk(250) : null;
const houses: House[] = [];
beforeAll(async () => {
  if (!disk) return;
  buildServer();
  await disk.open();
});
afterAll(async () => {
  for (const house of houses) await house.end('SIGKILL');
  disk?.close();
});

async function open(): Promise<House> {
  const house = await startHouse({ DATA_DIR: disk?.dir ?? '', DEMO_DATA: '1' }, disk?.within);
  houses.push(house);
  return house;
}

const readiness = async (house: House) => (await fetch(`${house.url}/readyz`)).status;
const count = async (coach: Browser) =>
  (await coach.run(ClientsDocument, { first: 1, orderBy: 'NAME' })).clients.totalCount;

let lists = 0;

/** A hundred clients more, or the fault that it came to. */
async function add(coach: Browser) {
  lists += 1;
  const rows = Array.from({ length: 100 }, (_, i) => ({
    firstName: `Wilhelmina ${'x'.repeat(80)}`,
    lastName: 'Keller',
    email: `list${lists}.${i}@client.test`,
  }));
  const list = { rows, invite: false, onDuplicateEmail: 'ASK' } as const;
  const { data, errors } = await coach.ask(ImportClientsDocument, list);
  return errors?.[0] ?? data?.importClients.__typename;
}

// Its own disk, mounted for it alone, is something that only root may make.
describe.runIf(disk)('the embedded database on a disk that is full', () => {
  it('answers with a clean fault, is not ready, goes on once there is room, and keeps all that it had', async () => {
    const house = await open();
    const coach = await coachIn(house);
    expect(await add(coach)).toBe('ClientRows');
    expect(await readiness(house)).toBe(200);
    const before = await count(coach);

    disk?.fill();
    expect(await readiness(house)).toBe(503);
    const outcomes = [];
    for (let i = 0; i < 10; i += 1) outcomes.push(await add(coach));
    const faults = outcomes.filter((outcome) => typeof outcome === 'object');
    expect(faults.length).toBeGreaterThan(0);
    for (const { extensions } of faults)
      expect(extensions).toEqual({ code: 'UNAVAILABLE', mayHaveBeenDone: false });
    // Who only reads is served; the operator finds the cause in the log, and nobody's data.
    expect((await coach.run(MeDocument, {})).me).not.toBeNull();
    expect(house.output()).toContain('No space left on device');
    expect(house.output()).not.toMatch(/Wilhelmina|list\d+\.\d+@/);
    const written = before + 100 * (outcomes.length - faults.length);
    expect(await count(coach)).toBe(written);

    disk?.makeRoom();
    expect(await readiness(house)).toBe(200);
    expect(await add(coach)).toBe('ClientRows');
    expect(await house.end('SIGTERM')).toBe(0);

    const next = await open();
    expect(await count(await coachIn(next))).toBe(written + 100);
    expect(await next.end('SIGTERM')).toBe(0);
  }, 120_000);

  it('is intact when its process was killed while the disk was full', async () => {
    const house = await open();
    const coach = await coachIn(house);
    const before = await count(coach);
    disk?.fill();
    let outcome = await add(coach);
    for (let i = 0; i < 10 && typeof outcome === 'string'; i += 1) outcome = await add(coach);
    expect(outcome).toHaveProperty('message');
    const written = await count(coach);
    expect(written).toBeGreaterThanOrEqual(before);
    await house.end('SIGKILL');
    disk?.makeRoom();
    const next = await open();
    expect(await count(await coachIn(next))).toBe(written);
  }, 120_000);
});
