import type { Person } from './people.ts';
import type { World } from './world.ts';

const PAGES = { CONFIRM: '/account/email', STOP: '/stop', INVITE: '/welcome' };

/** The token of the newest letter to this address that has a link of this kind. */
export async function changeToken(world: World, to: string, kind: keyof typeof PAGES): Promise<string> {
  const pattern = new RegExp(`${PAGES[kind]}#([\\w-]{22})$`, 'm');
  for (const { text } of (await world.letters(to)).reverse()) {
    const token = pattern.exec(text)?.[1];
    if (token) return token;
  }
  throw new Error(`No ${kind} link in a letter to ${to}`);
}

/** The kinds of this account's access events, oldest first. */
export async function diaryOf(world: World, { id }: Pick<Person, 'id'>): Promise<string[]> {
  await world.settle();
  const rows = await world.rows<{ kind: string }>(
    'select kind from access_event where account_id = ? order by at, id',
    [id],
  );
  return rows.map(({ kind }) => kind);
}
