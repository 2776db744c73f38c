import type { ClientOrder, ClientsShown } from '@latchstring/operations';
import { choiceNamed } from '../../../signed-in/list-address';

/** Which clients, in which order. It stands in the address, so that Back and a bookmark bring it back. */
export type RosterView = {
  show: ClientsShown;
  search: string;
  /** Undefined: as it suits what is shown. */
  orderBy: ClientOrder | undefined;
};

/** As the address says it. What it doesn't name is what a coach begins with. */
const shown: Partial<Record<ClientsShown, string>> = {
  NEED_YOU: 'need-you',
  NEVER_LOGGED_IN: 'never-logged-in',
  NOT_INVITED: 'not-invited',
  DEACTIVATED: 'deactivated',
};
const orders: Partial<Record<ClientOrder, string>> = {
  NAME: 'name',
  NEEDS_ATTENTION: 'need',
  LAST_LOGIN_NEWEST: 'login',
  LAST_LOGIN_OLDEST: 'login-oldest',
};

export function readView(search: string): RosterView {
  const address = new URLSearchParams(search);
  return {
    show: choiceNamed(shown, address.get('show')) ?? 'ALL',
    search: address.get('q') ?? '',
    orderBy: choiceNamed(orders, address.get('sort')),
  };
}

/** With its question mark; empty for what a coach begins with. */
export function searchOf({ show, search, orderBy }: RosterView): string {
  const address = new URLSearchParams();
  if (shown[show]) address.set('show', shown[show]);
  if (search) address.set('q', search);
  if (orderBy && orders[orderBy]) address.set('sort', orders[orderBy]);
  return address.size > 0 ? `?${address}` : '';
}

/** Who needs the coach comes first; of what was searched for, what fits best. */
export function orderOf({ search, orderBy }: RosterView): ClientOrder {
  return orderBy ?? (search ? 'NAME' : 'NEEDS_ATTENTION');
}
