import type { TokenPagePath, TokenPageState } from '../page-states';
import { decoded, readToken } from './token';

/** The pages that a link from a mail opens. */
const pages: readonly TokenPagePath[] = ['/login/link', '/welcome', '/account/email', '/stop'];

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

/** A mail scanner that wraps a link may encode its # as part of the path. */
function moveToken(): void {
  const address = decoded(location.pathname + location.hash);
  const [typed = '', fragment] = address.split('#');
  const path = typed.replace(/\/$/, '').toLowerCase();
  if (!pages.some((page) => page === path) || !fragment) return;
  const token = readToken(address);
  const state: TokenPageState = token === undefined ? {} : { token };
  history.replaceState(state, '', path);
}
