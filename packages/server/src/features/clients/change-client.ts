import { Account, emailKey, recordAccessEvent, type Viewer } from '../accounts/index.ts';
import { endLinks } from '../login-links/index.ts';
import { Session } from '../login/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { FieldError, InvalidInput, TooManyAttempts } from '../../platform/graphql/user-errors.types.ts';
import { later } from '../../platform/clock.ts';
import type { RequestContext } from '../../request-context.ts';
import { checkClientInput, findDuplicates, noSuchClient } from './client-input.ts';
import { Client, ClientSaved, type DuplicateEmail, type UpdateClientInput } from './client.types.ts';
import { findOwnClient } from './find-clients.ts';
import { inviteQueue } from './invite-queue.ts';

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

/** Name, zone, and the address of a client who has never logged in: that counts at once and ends all the account has. */
export async function updateClient(
  context: RequestContext,
  viewer: Viewer,
  { id, input }: { id: string; input: UpdateClientInput },
): Promise<Outcome> {
  const invalid = checkClientInput(input);
  if (invalid) return invalid;
  const client = await findOwnClient(context, viewer, id);
  if (!client) return noSuchClient();
  const { firstName, lastName, email, timeZone } = input;
  const moves = email != null && email.trim() !== client.email;
  if (moves && client.registeredAt) return new InvalidInput([new FieldError('input.email', REGISTERED)]);
  const twins =
    moves && input.onDuplicateEmail === 'ASK' ? await findDuplicates(context, viewer, email, id) : null;
  if (twins) return twins;
  return changeOwn(context, viewer, id, async ({ em }) => {
    const change = {
      ...(firstName == null ? {} : { firstName: firstName.trim() }),
      ...(lastName == null ? {} : { lastName: lastName.trim() }),
      ...(timeZone == null ? {} : { timeZone }),
      ...(moves ? { email: email.trim(), emailKey: emailKey(email), emailState: 'UNKNOWN' as const } : {}),
    };
    if (Object.keys(change).length > 0) await em.nativeUpdate(Account, { id }, change);
    if (!moves) return;
    await endLinks(em, id);
    await em.nativeDelete(Session, { account: id });
  });
}

const REGISTERED =
  'This client has logged in already, so the address is theirs to change: whoever sets it could get into the account.';

/** Ends links and codes for good, and every session unless the client may go on looking. */
export function deactivateClient(
  context: RequestContext,
  viewer: Viewer,
  { id, mayLogIn }: { id: string; mayLogIn: boolean },
): Promise<Outcome> {
  return changeOwn(context, viewer, id, ({ em, clock }) =>
    deactivate({ em, clock }, viewer, { id, mayLogIn, deleteAt: null }),
  );
}

async function deactivate(
  { em, clock }: Pick<RequestContext, 'em' | 'clock'>,
  viewer: Viewer,
  { id, mayLogIn, deleteAt }: { id: string; mayLogIn: boolean; deleteAt: Date | null },
): Promise<void> {
  await em.nativeUpdate(Account, { id }, { status: 'INACTIVE', mayLogInWhileInactive: mayLogIn, deleteAt });
  await endLinks(em, id);
  if (!mayLogIn) await em.nativeDelete(Session, { account: id });
  await recordAccessEvent(em, clock, { accountId: id, kind: 'DEACTIVATED', ...by(viewer) });
}

/** Opens the account again; what was ended stays ended. Also undoes a deletion that waits. */
export function reactivateClient(context: RequestContext, viewer: Viewer, id: string): Promise<Outcome> {
  return changeOwn(context, viewer, id, async ({ em, clock }) => {
    await em.nativeUpdate(
      Account,
      { id },
      { status: 'ACTIVE', mayLogInWhileInactive: false, deleteAt: null },
    );
    await recordAccessEvent(em, clock, { accountId: id, kind: 'REACTIVATED', ...by(viewer) });
  });
}

/** Never logged in: gone at once. Else deactivated, and gone after 30 days. */
export function deleteClient(context: RequestContext, viewer: Viewer, id: string): Promise<Outcome> {
  return changeOwn(context, viewer, id, async ({ em, clock, settings }, client) => {
    if (!client.registeredAt) return void (await em.nativeDelete(Account, { id }));
    const deleteAt = later(clock.now(), settings.deleteClientAfterMs);
    return deactivate({ em, clock }, viewer, { id, mayLogIn: false, deleteAt });
  });
}

/** A fresh invite for a client who has never logged in. */
export async function inviteClient(context: RequestContext, viewer: Viewer, id: string): Promise<Outcome> {
  const client = await findOwnClient(context, viewer, id);
  if (!client) return noSuchClient();
  if (client.registeredAt)
    return new InvalidInput([
      new FieldError('id', 'This client has logged in already. Send a message with [loginLink] instead.'),
    ]);
  if (client.status === 'INACTIVE')
    return new InvalidInput([new FieldError('id', 'This client is deactivated. Reactivate them first.')]);
  const retryAt = await context.limits.take('invitesPerCoach', viewer.account.id);
  if (retryAt) return new TooManyAttempts(retryAt);
  return changeOwn(context, viewer, id, ({ em, jobs }) => jobs.enqueue(em, inviteQueue, { accountId: id }));
}

/** After a bounce: tries the address again. A complaint is the client's own to lift. */
export function retryEmailAddress(context: RequestContext, viewer: Viewer, id: string): Promise<Outcome> {
  return changeOwn(context, viewer, id, async ({ em }) => {
    await em.nativeUpdate(Account, { id, emailState: 'BOUNCED' }, { emailState: 'UNKNOWN' });
  });
}

function by({ account }: Viewer) {
  return { actor: 'COACH', actorAccountId: account.id } as const;
}
