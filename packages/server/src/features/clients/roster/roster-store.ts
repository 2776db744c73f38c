import { placeInTime, type Place } from '../../../platform/graphql/connection.types.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { MOMENTS, momentsOf, NEEDS_YOU, URGENCY } from '../state/index.ts';
import type { ClientCounts, ClientOrder, ClientsShown, ClientStatus } from './client-lists.types.ts';
import { RANK, type Search } from './search.ts';
import { BY_NAME } from './sort-keys.ts';

type Tools = Pick<Mechanisms, 'em' | 'clock' | 'settings'>;

export interface RosterWish {
  show: keyof typeof ClientsShown;
  status: keyof typeof ClientStatus | null;
  orderBy: keyof typeof ClientOrder;
  search: Search | null;
}

const IS_SHOWN: Record<keyof typeof ClientsShown, string> = {
  ALL: 'true',
  NEED_YOU: NEEDS_YOU,
  NEVER_LOGGED_IN: `(a.status = 'ACTIVE' and a.registered_at is null)`,
  NOT_INVITED: `(a.status = 'ACTIVE' and a.registered_at is null and a.invited_at is null)`,
  DEACTIVATED: `a.status = 'INACTIVE'`,
};

const OWN = `from account a cross join ${MOMENTS} where a.coach_id = ? and a.role = 'CLIENT'`;

interface Order {
  key: string;
  type: 'text' | 'timestamptz';
  goes: 'asc' | 'desc';
}

const LAST_LOGIN = `coalesce(a.last_login_at, 'epoch'::timestamptz)`;
const text = (key: string): Order => ({ key: `(${key}) collate "C"`, type: 'text', goes: 'asc' });

const ORDERS: Record<keyof typeof ClientOrder, Order> = {
  NAME: { key: BY_NAME, type: 'text', goes: 'asc' },
  ADDED_NEWEST: { key: 'a.created_at', type: 'timestamptz', goes: 'desc' },
  LAST_LOGIN_NEWEST: { key: LAST_LOGIN, type: 'timestamptz', goes: 'desc' },
  LAST_LOGIN_OLDEST: { key: LAST_LOGIN, type: 'timestamptz', goes: 'asc' },
  NEEDS_ATTENTION: text(`${URGENCY} || ${BY_NAME}`),
};

const BY_RANK = text(`${RANK} || ${BY_NAME}`);

const orderOf = ({ orderBy, search }: RosterWish): Order & { values: string[] } =>
  orderBy === 'NAME' && search ? { ...BY_RANK, values: search.ranked } : { ...ORDERS[orderBy], values: [] };

/** Which list that is, for its cursors. */
export function listOf({ show, status, orderBy, search }: RosterWish): string {
  return ['clients', show, status ?? 'EITHER', orderBy, search?.text ?? ''].join(' ');
}

function filterOf({ show, status, search }: Omit<RosterWish, 'orderBy'>) {
  const found = search ? ` and ${search.found.sql}` : '';
  return {
    sql: `${OWN} and ${IS_SHOWN[show]} and (?::text is null or a.status = ?)${found}`,
    values: [status, status, ...(search?.found.values ?? [])],
  };
}

/** Where a page begins, as the database compares it. A key that is no moment is nobody's cursor. */
function placeOf({ type }: Order, after: Place): [key: string | Date, id: string] {
  return [type === 'text' ? after.key : (placeInTime(after)?.at ?? after.key), after.id];
}

/** So many places of this list behind that one; written for each kind of list, so that an index can serve it. */
export async function rosterPage(
  tools: Tools,
  coachId: string,
  wish: RosterWish,
  { first, after }: { first: number; after: Place | null },
): Promise<Place[]> {
  const { key, type, goes, values } = orderOf(wish);
  const filter = filterOf(wish);
  const behind = after ? ` and (${key}, a.id) ${goes === 'asc' ? '>' : '<'} (?::${type}, ?::uuid)` : '';
  const sql = `select a.id, ${key} as key ${filter.sql}${behind} order by ${key} ${goes}, a.id ${goes} limit ?`;
  const rows = await tools.em.execute<{ id: string; key: string | Date }[]>(sql, [
    ...values,
    ...momentsOf(tools),
    coachId,
    ...filter.values,
    ...(after ? [...values, ...placeOf({ key, type, goes }, after)] : []),
    ...values,
    first,
  ]);
  return rows.map((row) => ({
    id: row.id,
    key: typeof row.key === 'string' ? row.key : row.key.toISOString(),
  }));
}

const counting = (filter: string) => `select count(*)::int as n ${filter}`;

export async function countOf(
  tools: Tools,
  coachId: string,
  wish: Omit<RosterWish, 'orderBy'>,
): Promise<number> {
  const filter = filterOf(wish);
  const sql = counting(filter.sql);
  const rows = await tools.em.execute<{ n: number }[]>(sql, [...momentsOf(tools), coachId, ...filter.values]);
  return rows[0]?.n ?? 0;
}

const counted = (show: keyof typeof ClientsShown) => `count(*) filter (where ${IS_SHOWN[show]})::int`;

const COUNTS = `
  select count(*)::int as all, ${counted('NEED_YOU')} as "needYou",
         ${counted('NEVER_LOGGED_IN')} as "neverLoggedIn", ${counted('NOT_INVITED')} as "notInvited",
         ${counted('DEACTIVATED')} as deactivated ${OWN}`;

const countsOf = (found: string) => `${COUNTS} and ${found}`;

const NONE: ClientCounts = { all: 0, needYou: 0, neverLoggedIn: 0, notInvited: 0, deactivated: 0 };

/** How many of those that are found each list has: one look through the roster. */
export async function rosterCounts(
  tools: Tools,
  coachId: string,
  search: Search | null,
): Promise<ClientCounts> {
  const values = [...momentsOf(tools), coachId, ...(search?.found.values ?? [])];
  const sql = search ? countsOf(search.found.sql) : COUNTS;
  const rows = await tools.em.execute<ClientCounts[]>(sql, values);
  return rows[0] ?? NONE;
}
