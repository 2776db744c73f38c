import { Account, type Viewer } from '../accounts/index.ts';
import { cursorOf, isId, readPage, type Page } from '../../platform/graphql/connection.types.ts';
import type { Mechanisms } from '../../request-context.ts';
import { Client, type ClientOrder, type ClientStatus } from './client.types.ts';

type Tools = Pick<Mechanisms, 'em'>;

/** A client of this coach, as the database has it; null for anybody else's, for coaches and for what is no id. */
export async function findOwnClient({ em }: Tools, viewer: Viewer, id: string): Promise<Account | null> {
  if (!isId(id)) return null;
  return em.findOne(Account, { id, role: 'CLIENT', coach: viewer.account.id }, { refresh: true });
}

/** Those of these ids that are clients of this coach; the rest might as well not exist. */
export async function findOwnClients({ em }: Tools, viewer: Viewer, ids: string[]): Promise<Account[]> {
  const own = { role: 'CLIENT', coach: viewer.account.id, id: { $in: ids.filter(isId) } } as const;
  return em.find(Account, own, { orderBy: { lastName: 'asc', firstName: 'asc', id: 'asc' } });
}

interface Wish {
  first: number;
  after: string | null;
  search: string | null;
  status: keyof typeof ClientStatus | null;
  orderBy: keyof typeof ClientOrder;
}

// Each order is a text that sorts upwards, so that one comparison with a cursor serves all; the newest have the least.
const newest = (column: string) =>
  `lpad((99999999999999 - (extract(epoch from ${column}) * 1000)::bigint)::text, 14, '0')`;
const BY_NAME = `lower(last_name || ' ' || first_name)`;
const list = (sortKey: string) => `
  with own as (
    select id, ${sortKey} as sort_key from account
     where coach_id = ? and role = 'CLIENT' and (?::text is null or status = ?)
       and (?::text is null or first_name || ' ' || last_name || ' ' || email ilike ?)
  )
  select id, sort_key, (select count(*)::int from own) as total from own
   where ?::text is null or (sort_key collate "C", id) > (?, ?::uuid)
   order by sort_key collate "C", id limit ?`;

const LISTS: Record<keyof typeof ClientOrder, string> = {
  NAME: list(BY_NAME),
  ADDED_NEWEST: list(newest('created_at')),
  LAST_LOGIN_NEWEST: list(newest(`coalesce(last_login_at, 'epoch')`)),
  NEEDS_ATTENTION:
    list(`case when email_state in ('BOUNCED', 'COMPLAINED') then '0' when registered_at is null then '1'
    when status = 'INACTIVE' then '3' else '2' end || ${BY_NAME}`),
};

/** One page of a coach's roster. */
export async function findClients({ em }: Tools, viewer: Viewer, wish: Wish): Promise<Page<Client>> {
  const { first, after } = readPage(wish);
  const text = wish.search?.trim().slice(0, 200).replaceAll('\0', '') || null;
  const pattern = text && `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const place = [after?.key ?? null, after?.key ?? '', after?.id ?? viewer.account.id];
  const values = [viewer.account.id, wish.status, wish.status, pattern, pattern, ...place, first + 1];
  const rows = await em.execute<{ id: string; sort_key: string; total: number }[]>(
    LISTS[wish.orderBy],
    values,
  );
  const shown = rows.slice(0, first);
  const found = await findOwnClients(
    { em },
    viewer,
    shown.map(({ id }) => id),
  );
  const accounts = new Map(found.map((account) => [account.id, account]));
  return {
    nodes: shown.flatMap(({ id, sort_key }) => {
      const account = accounts.get(id);
      const cursor = cursorOf({ key: sort_key, id });
      return account ? [{ node: new Client(account, viewer.account.timeZone), cursor }] : [];
    }),
    hasNextPage: rows.length > first,
    hasPreviousPage: after !== null,
    totalCount: rows[0]?.total ?? 0,
  };
}
