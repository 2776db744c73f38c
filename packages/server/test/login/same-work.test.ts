import { RequestLoginLinkDocument } from '@latchstring/operations';
import argon2 from 'argon2';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { logIn } from '../world/acts.ts';
import { aClient } from '../world/people.ts';
import { realHashing, useWorld } from '../world/world.ts';

/** Every hash check that was made, by the stored hash it was made against. */
const checked: string[] = [];
const { verify } = argon2;
const watched = vi.spyOn(argon2, 'verify').mockImplementation((...args: Parameters<typeof verify>) => {
  checked.push(args[0]);
  return verify(...args);
});
afterAll(() => watched.mockRestore());

// The jobs stay where they are, so that what a request leaves behind can be counted.
const world = useWorld({ settings: realHashing, worker: false });

/** How many rows of which table. */
async function rows(): Promise<Map<string, number>> {
  const tables = await world.rows<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  );
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const [row] = await world.rows<{ n: number }>('select count(*)::int as n from ' + name);
    counts.set(name, row?.n ?? 0);
  }
  return counts;
}

async function newRows(act: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await rows();
  await act();
  const grown = [...(await rows())].map(([name, n]): [string, number] => [name, n - (before.get(name) ?? 0)]);
  return Object.fromEntries(grown.filter(([, n]) => n !== 0));
}

describe('the same work for everybody', () => {
  it('C011 asking for a link leaves the same rows for a hit, a miss and a deactivated account: a counted try and a job', async () => {
    const client = await aClient(world);
    const gone = await aClient(world, { status: 'INACTIVE' });
    const ask = (username: string) =>
      newRows(() => world.browser().run(RequestLoginLinkDocument, { username }));
    const miss = await ask('nobody.at.home');
    const own = Object.entries(miss).filter(([name]) => name.startsWith('public.'));
    expect(own).toEqual([['public.rate_limit', 2]]);
    expect(Object.keys(miss).some((name) => /^pgboss\.(job|j)/.test(name))).toBe(true);
    expect(await ask(client.username)).toEqual(miss);
    expect(await ask(gone.username)).toEqual(miss);
  });

  it('C012 every failing login is one hash check, with today’s parameters', async () => {
    const client = await aClient(world);
    const without = await aClient(world, { password: null });
    const gone = await aClient(world, { status: 'INACTIVE' });
    for (const username of ['nobody.here', client.username, without.username, gone.username]) {
      checked.length = 0;
      const result = await logIn(world.browser(), username, 'not the password');
      expect(result.__typename).toBe('InvalidCredentials');
      expect(checked).toHaveLength(1);
      expect(checked[0]?.split('$')[3]?.split(',').sort()).toEqual(['m=19456', 'p=1', 't=2']);
    }
  });
});
