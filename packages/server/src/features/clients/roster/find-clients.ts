import { Account } from '../../accounts/index.ts';
import { cursorOf, isId, readPage, type Page } from '../../../platform/graphql/connection.types.ts';
import { FieldError, InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import { say } from '../../../platform/language/say.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { noSuchClient } from './client-input.ts';
import { Client } from './client.types.ts';
import { type ClientCounts } from './client-lists.types.ts';
import { countOf, listOf, rosterCounts, rosterPage, type RosterWish } from './roster-store.ts';
import { readSearch } from './search.ts';
import type { Viewer } from '../../../viewer.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock' | 'settings'>;

/** A client of this coach, as the database has it; null for anybody else's, for coaches and for what is no id. */
export async function findOwnClient(
  { em }: Pick<Tools, 'em'>,
  viewer: Viewer,
  id: string,
): Promise<Account | null> {
  if (!isId(id)) return null;
  return em.findOne(Account, { id, role: 'CLIENT', coach: viewer.account.id }, { refresh: true });
}

/** Those of these ids that are clients of this coach, by name; the rest might as well not exist. */
export async function findOwnClients(
  { em }: Pick<Tools, 'em'>,
  viewer: Viewer,
  ids: string[],
): Promise<Account[]> {
  const own = { role: 'CLIENT', coach: viewer.account.id, id: { $in: ids.filter(isId) } } as const;
  return em.find(Account, own, { orderBy: { foldedName: 'asc', id: 'asc' } });
}

/** Those that somebody names, in that order; a foreign id, an invented one and none at all are faults. */
export async function findNamedClients(
  { em, settings }: Pick<Tools, 'em' | 'settings'>,
  viewer: Viewer,
  ids: string[],
): Promise<Account[] | InvalidInput> {
  const distinct = [...new Set(ids.map((id) => id.toLowerCase()))];
  const most = settings.clientsAtOnce;
  if (distinct.length === 0 || distinct.length > most)
    return new InvalidInput([new FieldError('ids', say().messages.chooseAtMostClients({ most }))]);
  const found = await em.find(
    Account,
    { role: 'CLIENT', coach: viewer.account.id, id: { $in: distinct.filter(isId) } },
    { refresh: true },
  );
  const accounts = new Map(found.map((account) => [account.id, account]));
  const named = distinct.flatMap((id) => accounts.get(id) ?? []);
  return named.length === distinct.length ? named : noSuchClient('ids');
}

interface Wish extends Omit<RosterWish, 'search'> {
  first: number;
  after: string | null;
  search: string | null;
}

/** One page of a coach's roster. */
export async function findClients(
  tools: Tools,
  viewer: Viewer,
  { first: most, after: cursor, search, ...wish }: Wish,
): Promise<Page<Client>> {
  const asked = { ...wish, search: readSearch(search) };
  const list = listOf(asked);
  const { first, after } = readPage({ first: most, after: cursor }, list);
  const rows = await rosterPage(tools, viewer.account.id, asked, { first: first + 1, after });
  const shown = rows.slice(0, first);
  const ids = shown.map(({ id }) => id);
  const found = await findOwnClients(tools, viewer, ids);
  const accounts = new Map(found.map((account) => [account.id, account]));
  return {
    nodes: shown.flatMap(({ id, key }) => {
      const account = accounts.get(id);
      return account
        ? [{ node: new Client(account, viewer.account.timeZone), cursor: cursorOf(list, { key, id }) }]
        : [];
    }),
    hasNextPage: rows.length > first,
    hasPreviousPage: after !== null,
    totalCount: () => countOf(tools, viewer.account.id, asked),
  };
}

/** The first of those whom a search finds. */
export async function findClientIds(
  tools: Tools,
  viewer: Viewer,
  search: string,
  first: number,
): Promise<string[]> {
  const asked = { show: 'ALL', status: null, orderBy: 'NAME', search: readSearch(search) } as const;
  const places = await rosterPage(tools, viewer.account.id, asked, { first, after: null });
  return places.map(({ id }) => id);
}

/** How many clients each list has, of those that a search finds. */
export function countClients(tools: Tools, viewer: Viewer, search: string | null): Promise<ClientCounts> {
  return rosterCounts(tools, viewer.account.id, readSearch(search));
}
