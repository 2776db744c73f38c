import type { TokenPageState } from '../page-states';
import { tokenFromFragment } from './token';

/** The pages that a link from a mail opens. */
const pages = ['/login/link', '/welcome', '/account/email', '/stop'];

/**
 * Moves the token of such a link from the address to history state: there it survives reload and
 * Back, dies with the tab, and neither bookmarks, screenshots nor a shared address hold it. Also for a link that is
 * opened over one that is already open, where the browser loads nothing anew.
 */
export function keepTokenOutOfAddress(): void {
  moveToken();
  // Before the router's own listener, so that the router reads the new state.
  addEventListener('popstate', moveToken);
}

function moveToken(): void {
  const path = location.pathname.replace(/\/$/, '');
  if (!pages.includes(path) || !location.hash) return;
  const token = tokenFromFragment(location.hash);
  const state: TokenPageState = token === undefined ? {} : { token };
  history.replaceState(state, '', path);
}
