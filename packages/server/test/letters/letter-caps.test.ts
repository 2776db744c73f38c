import { RecoverUsernameDocument } from '@latchstring/operations';
import { expect, it } from 'vitest';
import { defaultSettings } from '../../src/settings/settings.ts';
import { DAY_MS } from '../../src/platform/clock.ts';
import { aClient } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

// A cap that a test can fill from many places.
const noAccountOverall = { points: 12, seconds: 24 * 60 * 60 };
const world = useWorld({ settings: { limits: { ...defaultSettings.limits, noAccountOverall } } });

const ask = (email: string) => world.browser().run(RecoverUsernameDocument, { email });
const lettersTo = async (domain: string) =>
  (await world.letters()).filter(({ to }) => to.endsWith(`@${domain}`)).length;

it('C121 C127 the overall cap, filled from many places, holds, tells nothing of a third address, and keeps no known one from its letter', async () => {
  const client = await aClient(world);
  const arrived: number[] = [];
  for (const [n, target] of [client.email, 'nobody.there@client.test'].entries()) {
    await ask(target);
    for (let i = 0; i < 14; i += 1) await ask(`mine${i}@catch-all-${n}.test`);
    arrived.push(await lettersTo(`catch-all-${n}.test`));
    world.clock.advance(DAY_MS + 1);
  }
  expect(arrived).toEqual([11, 11]);
  for (let i = 0; i < 14; i += 1) await ask(`filler${i}@filled.test`);
  expect(await lettersTo('filled.test')).toBe(12);
  const before = (await world.letters(client.email)).length;
  await ask(client.email);
  expect(await world.letters(client.email)).toHaveLength(before + 1);
});
