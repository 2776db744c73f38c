import { describe, expect, it } from 'vitest';
import { askForLink, logIn, loggedInBrowser, redeem } from '../world/acts.ts';
import { aClient } from '../world/people.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

/** How many passwords are tried; SPRAYED_PASSWORDS=5000 is the long form. */
const tries = Number(process.env['SPRAYED_PASSWORDS'] ?? 500);
const PER_NAME = 125;
const AT_ONCE = 16;

const common = ['Summer2026!', 'password1234', 'letmein letmein', 'qwertyuiop12', 'northwind 2026'];

/** Tries passwords over names in turn, each from the next of a botnet's addresses. Gives how each try on a name ended. */
async function spray(names: string[], sources: number): Promise<Map<string, string[]>> {
  const outcomes = new Map<string, string[]>(names.map((name) => [name, []]));
  let next = 0;
  const worker = async () => {
    while (next < tries) {
      const at = next;
      next += 1;
      const name = names[at % names.length] ?? '';
      // Each address meets each name a few times at most, and stays far from its own limit.
      const source = Math.floor(at / names.length + (at % names.length) * 7) % sources;
      const browser = world.browser({ address: `203.0.${100 + (source >> 8)}.${source & 255}` });
      const { __typename } = await logIn(browser, name, common[at % common.length] ?? '');
      outcomes.get(name)?.push(__typename);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return outcomes;
}

describe('passwords sprayed over many names from many addresses', () => {
  it(`C014 ${tries} of them: a name is tried a hundred times an hour, known or not, and its owner still gets in`, async () => {
    const half = Math.max(1, Math.floor(tries / PER_NAME / 2));
    const clients = [];
    for (let i = 0; i < half; i += 1) clients.push(await aClient(world, { password: 'paper boats at noon' }));
    const [owner] = clients;
    if (!owner) throw new Error('Nobody to attack');
    const home = await loggedInBrowser(world, owner);
    const known = clients.map(({ username }) => username);
    const invented = known.map((_, i) => `nobody.${i}.here`);
    const outcomes = await spray([...known, ...invented], 250);

    const counts = [...outcomes].map(([name, ended]) => ({
      isKnown: known.includes(name),
      looked: ended.filter((o) => o === 'InvalidCredentials').length,
      refused: ended.filter((o) => o === 'TooManyAttempts').length,
      of: ended.length,
    }));
    for (const { looked, refused, of } of counts) expect([looked, refused]).toEqual([100, of - 100]);
    expect(counts.filter(({ isKnown }) => isKnown)).toHaveLength(half);

    // Who has it right from a place never seen gets the same words as the attacker: a guess would not be told.
    const elsewhere = await logIn(world.browser(), owner.username, owner.password);
    expect(elsewhere.__typename).toBe('TooManyAttempts');
    // The two ways in that an attacker can not close.
    expect((await logIn(home, owner.username, owner.password)).__typename).toBe('LoggedIn');
    const letter = await askForLink(world, owner);
    expect((await redeem(world.browser(), letter.token())).__typename).toBe('LoggedIn');
  }, 600_000);
});
