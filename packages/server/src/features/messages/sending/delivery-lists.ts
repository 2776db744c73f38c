import { BY_NAME, newest } from '../../clients/index.ts';
import type { DeliveryOrder } from '../writing/index.ts';

// The same life of a link as linkStates() tells: used if any was, else that of the newest that may have gone.
const LINK_STATE = `
  coalesce(
    (select case when l.used_at is not null then 'USED' when l.revoked_at is not null then 'REVOKED'
                 when d.state = 'QUEUED' then 'WAITING'
                 when l.expires_at <= moment.now or l.credentials_version <> a.credentials_version then 'EXPIRED'
                 else 'ACTIVE' end
       from login_link l
      where l.delivery_id = d.id and (l.not_sent_at is null or l.used_at is not null or d.state = 'QUEUED')
      order by l.used_at is not null desc, l.created_at desc limit 1),
    case when d.link_used_at is not null then 'USED'
         when d.link_made_at is not null and d.state in ('SENT', 'DELIVERED') then 'EXPIRED' else 'NONE' end)`;

/** What became of a delivery `d`: one of these, whatever else is true of it. */
export const OUTCOME = `
  case when d.link_used_at is not null then 'CAME_IN' when d.state = 'DELIVERED' then 'ARRIVED'
       when d.state = 'BOUNCED' then 'CAME_BACK' when d.state = 'FAILED' then 'NOT_SENT'
       when d.state = 'HELD' then 'HELD' else 'ON_THE_WAY' end`;

const own = (of: 'message_id' | 'client_id') => `
  from delivery d join message m on m.id = d.message_id join account a on a.id = d.client_id
 cross join (select ?::timestamptz as now) moment
 where d.${of} = ? and m.coach_id = ? and not d.is_copy and (?::text is null or d.state = ?)
   and (?::text is null or ${LINK_STATE} = any(string_to_array(?, ',')))
   and (?::text is null or ${OUTCOME} = ?)`;

const lists = (of: 'message_id' | 'client_id', sortKey: string) => ({
  page: `
    with own as (select d.id, ${sortKey} as sort_key ${own(of)})
    select id, sort_key from own
     where ?::text is null or (sort_key collate "C", id) > (?, ?::uuid)
     order by sort_key collate "C", id limit ?`,
  count: `select count(*)::int as total ${own(of)}`,
});

const NEED_YOU = `
  case ${OUTCOME} when 'CAME_BACK' then '0' when 'NOT_SENT' then '0' when 'HELD' then '1' when 'ON_THE_WAY' then '2'
       when 'ARRIVED' then '3' else '4' end`;

/** Values: now, message or client, coach, a state, states of links and an outcome, each twice; of a page its place and its size. */
export const OF_MESSAGE: Record<keyof typeof DeliveryOrder, ReturnType<typeof lists>> = {
  NAME: lists('message_id', BY_NAME),
  NEED_YOU: lists('message_id', `${NEED_YOU} || ${BY_NAME}`),
};

export const OF_CLIENT = lists('client_id', newest('d.created_at'));
