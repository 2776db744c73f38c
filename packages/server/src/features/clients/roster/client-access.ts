import { Account, endAccessChanges, lockAccount, recordAccessEvent } from '../../accounts/index.ts';
import { endApiTokens, endLinks, endSessions } from '../../login/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import type { Viewer } from '../../../viewer.ts';
import { noSuchClient } from './client-input.ts';
import { Client, ClientSaved } from './client.types.ts';
import { type ClientAccess } from './client-lists.types.ts';
import { ClientsSaved } from './clients-result.types.ts';
import { findNamedClients, findOwnClient } from './find-clients.ts';

type Access = keyof typeof ClientAccess;

/** What a client may do from now on, whatever it was before; that it is so already is done as well. */
export async function setClientAccess(
  context: RequestContext,
  viewer: Viewer,
  { id, access }: { id: string; access: Access },
): Promise<ClientSaved | InvalidInput> {
  if (!(await findOwnClient(context, viewer, id))) return noSuchClient();
  await inTransaction(context, (inside) => setAccess(inside, viewer, { id, access }));
  const client = await findOwnClient(context, viewer, id);
  return client ? new ClientSaved(new Client(client, viewer.account.timeZone)) : noSuchClient();
}

/** The same for many at once: all of them or, where one is no client of this coach, none. */
export async function deactivateClients(
  context: RequestContext,
  viewer: Viewer,
  { ids, mayLogIn }: { ids: string[]; mayLogIn: boolean },
): Promise<ClientsSaved | InvalidInput> {
  const named = await findNamedClients(context, viewer, ids);
  if (named instanceof InvalidInput) return named;
  await inTransaction(context, async (inside) => {
    // In one order, so that two who do this at once wait for one another.
    for (const { id } of named.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      await setAccess(inside, viewer, { id, access: mayLogIn ? 'READ_ONLY' : 'NONE' });
  });
  const after = await findNamedClients(context, viewer, ids);
  if (after instanceof InvalidInput) return after;
  return new ClientsSaved(after.map((client) => new Client(client, viewer.account.timeZone)));
}

async function setAccess(
  inside: RequestContext,
  viewer: Viewer,
  { id, access }: { id: string; access: Access },
): Promise<void> {
  const { em } = inside;
  await lockAccount(em, id);
  const { status, mayLogInWhileInactive: mayLook } = await em.findOneOrFail(
    Account,
    { id },
    { refresh: true },
  );
  const stands = status === 'ACTIVE' ? 'ACTIVE' : mayLook ? 'READ_ONLY' : 'NONE';
  if (access === stands) return;
  if (access === 'ACTIVE') return reactivate(inside, viewer, id);
  return deactivate(inside, viewer, { id, mayLogIn: access === 'READ_ONLY' });
}

/**
 * Ends links, codes and changes that wait for good, and every session unless the client may go on looking, the account
 * locked. A deletion that waits goes on waiting.
 */
export async function deactivate(
  inside: RequestContext,
  viewer: Viewer,
  { id, mayLogIn }: { id: string; mayLogIn: boolean },
): Promise<void> {
  const { em, clock, jobs } = inside;
  await em.nativeUpdate(
    Account,
    { id },
    { status: 'INACTIVE', mayLogInWhileInactive: mayLogIn, inviteDueAt: null },
  );
  await endLinks(inside, id, { by: 'DEACTIVATION' });
  if (!mayLogIn) {
    await endSessions({ em }, id, 'ALL');
    await endApiTokens({ em, clock }, { accountId: id, ...by(viewer) });
  }
  await endAccessChanges({ em, clock, jobs }, { accountId: id, as: 'WITHDRAWN', ...by(viewer) });
  await recordAccessEvent(em, clock, { accountId: id, kind: 'DEACTIVATED', ...by(viewer) });
}

/** Opens the account again; what was ended stays ended. Also undoes a deletion that waits. */
async function reactivate({ em, clock }: RequestContext, viewer: Viewer, id: string): Promise<void> {
  const opened = { status: 'ACTIVE', mayLogInWhileInactive: false, deleteAt: null } as const;
  await em.nativeUpdate(Account, { id }, opened);
  await recordAccessEvent(em, clock, { accountId: id, kind: 'REACTIVATED', ...by(viewer) });
}

function by({ account }: Viewer) {
  return { actor: 'COACH', actorAccountId: account.id } as const;
}
