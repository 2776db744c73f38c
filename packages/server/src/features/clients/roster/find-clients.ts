import { Account } from '../../accounts/index.ts';
import { cursorOf, isId, readPage, type Page } from '../../../platform/graphql/connection.types.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { Client, type ClientOrder, type ClientStatus } from './client.types.ts';
import { BY_NAME, newest } from './sort-keys.ts';
import type { Viewer } from '../../../viewer.ts';

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

const list = (sortKey: string) => `
  with moment as (select ?::timestamptz as now), own as (
    select id, ${sortKey} as sort_key from account, moment
     where coach_id = ? and role = 'CLIENT' and (?::text is null or status = ?)
       and (?::text is null or first_name || ' ' || last_name || ' ' || email ilike ?)
  )
  select id, sort_key, (select count(*)::int from own) as total from own
   where ?::text is null or (sort_key collate "C", id) > (?, ?::uuid)
   order by sort_key collate "C", id limit ?`;

/**
 * What the coach can see and mend anyway, most pressing first, and nothing that somebody's tries could move: mail that
 * comes back, a change of the coach's own that waits, who has not come in yet, a login link of the coach's that did not
 * arrive or ended unused. Deactivated is who the coach wanted to be so.
 */
const URGENCY = `
  case when status = 'INACTIVE' then '5'
       when email_state in ('BOUNCED', 'COMPLAINED') then '0'
       when exists (select 1 from access_change c
                     where c.account_id = account.id and c.asked_by = 'COACH' and c.ended_at is null
                       and (c.expires_at is null or c.expires_at > moment.now)) then '1'
       when registered_at is null then '2'
       when (select (d.state in ('BOUNCED', 'FAILED', 'HELD') or k.revoked_at is not null
                     or k.expires_at <= moment.now or k.credentials_version <> account.credentials_version)
                    and k.used_at is null and (last_login_at is null or last_login_at < k.created_at)
               from login_link k join delivery d on d.id = k.delivery_id
              where k.account_id = account.id and k.created_at > moment.now - interval '30 days'
              order by k.created_at desc limit 1) then '3'
       else '4' end`;

const LISTS: Record<keyof typeof ClientOrder, string> = {
  NAME: list(BY_NAME),
  ADDED_NEWEST: list(newest('created_at')),
  LAST_LOGIN_NEWEST: list(newest(`coalesce(last_login_at, 'epoch')`)),
  NEEDS_ATTENTION: list(`${URGENCY} || ${BY_NAME}`),
};

/** One page of a coach's roster. */
export async function findClients(
  { em, clock }: Tools & Pick<Mechanisms, 'clock'>,
  viewer: Viewer,
  wish: Wish,
): Promise<Page<Client>> {
  const name = `clients ${wish.orderBy}`;
  const { first, after } = readPage(wish, name);
  // Halves of characters are found nowhere, and the embedded database stumbles over them.
  const text = wish.search?.trim().slice(0, 200).replaceAll('\0', '').toWellFormed() || null;
  const pattern = text && `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const place = [after?.key ?? null, after?.key ?? '', after?.id ?? viewer.account.id];
  const values = [
    clock.now(),
    viewer.account.id,
    wish.status,
    wish.status,
    pattern,
    pattern,
    ...place,
    first + 1,
  ];
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
      const cursor = cursorOf(name, { key: sort_key, id });
      return account ? [{ node: new Client(account, viewer.account.timeZone), cursor }] : [];
    }),
    hasNextPage: rows.length > first,
    hasPreviousPage: after !== null,
    totalCount: rows[0]?.total ?? 0,
  };
}
