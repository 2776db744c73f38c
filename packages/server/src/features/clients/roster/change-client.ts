import { Account, lockAccount, securityLetterQueue } from '../../accounts/index.ts';
import { tryAddressAgain } from '../../letters/index.ts';
import { countInvites, inviteQueue } from '../../login/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import {
  FieldError,
  InvalidInput,
  type TooManyAttempts,
  tooOften,
} from '../../../platform/graphql/user-errors.types.ts';
import { later } from '../../../platform/clock.ts';
import type { RequestContext } from '../../../request-context.ts';
import { deactivate } from './client-access.ts';
import { noSuchClient } from './client-input.ts';
import { Client, ClientSaved, type DuplicateEmail } from './client.types.ts';
import { findOwnClient } from './find-clients.ts';
import { whyNoInvite } from './invite-clients.ts';
import { hasEverRegistered } from './has-ever-registered.ts';
import type { Viewer } from '../../../viewer.ts';

type Outcome = ClientSaved | InvalidInput | DuplicateEmail | TooManyAttempts;
type Change = (inside: RequestContext, client: Account) => Promise<void>;

/** Loads the client, lets `change` work in one transaction, and answers with what stands afterwards. */
async function changeOwn(
  context: RequestContext,
  viewer: Viewer,
  id: string,
  change: Change,
): Promise<Outcome> {
  const client = await findOwnClient(context, viewer, id);
  if (!client) return noSuchClient();
  await inTransaction(context, (inside) => change(inside, client));
  const after = await findOwnClient(context, viewer, id);
  return new ClientSaved(new Client(after ?? client, viewer.account.timeZone));
}

/**
 * Never logged in: gone at once. Else gone after 30 days, in which they may look and take their data along, as a letter
 * tells them.
 */
export async function deleteClient(context: RequestContext, viewer: Viewer, id: string): Promise<Outcome> {
  if (!(await findOwnClient(context, viewer, id))) return noSuchClient();
  const retryAt = await context.limits.take('accessChangesPerAccount', `coach\n${id}`);
  if (retryAt) return tooOften(retryAt);
  return changeOwn(context, viewer, id, async (inside) => {
    const { em, clock, settings, jobs, device } = inside;
    await lockAccount(em, id);
    // Decided by what is true under the lock: they may have come in a moment ago.
    const client = await em.findOneOrFail(Account, { id }, { refresh: true });
    if (!(await hasEverRegistered(inside, client))) return void (await em.nativeDelete(Account, { id }));
    const deleteAt = later(clock.now(), settings.deleteClientAfterMs);
    await deactivate(inside, viewer, { id, mayLogIn: true });
    await em.nativeUpdate(Account, { id }, { deleteAt });
    const facts = { accountId: id, at: clock.now().toISOString(), device, deleteAt: deleteAt.toISOString() };
    await jobs.enqueue(em, securityLetterQueue, { kind: 'ACCOUNT_ENDED', ...facts });
  });
}

/** A fresh invite for a client who has never logged in. */
export async function inviteClient(context: RequestContext, viewer: Viewer, id: string): Promise<Outcome> {
  const client = await findOwnClient(context, viewer, id);
  if (!client) return noSuchClient();
  const reason = whyNoInvite(client);
  if (reason !== null) return new InvalidInput([new FieldError('id', reason)]);
  const retryAt = await countInvites(context, viewer, [client.emailKey]);
  if (retryAt) return tooOften(retryAt);
  return changeOwn(context, viewer, id, ({ em, jobs }) => jobs.enqueue(em, inviteQueue, { accountId: id }));
}

/** After a bounce: tries the address again. */
export function retryEmailAddress(context: RequestContext, viewer: Viewer, id: string): Promise<Outcome> {
  return changeOwn(context, viewer, id, (inside) => tryAddressAgain(inside, id));
}
