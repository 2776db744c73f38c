import { Me, MyAccountChanged } from '../../accounts/index.ts';
import { loadViewer } from './load-viewer.ts';
import { unauthenticated } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../request-context.ts';

/** The account as it stands after a change, read anew. */
export async function reloadedAccount(context: RequestContext): Promise<MyAccountChanged> {
  const viewer = await loadViewer(context, context.cookies.session);
  if (!viewer) throw unauthenticated();
  context.viewer = viewer;
  return new MyAccountChanged(new Me(viewer, context.clock.now()));
}
