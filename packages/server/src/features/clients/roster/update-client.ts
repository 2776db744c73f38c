import { beginEmailChange } from '../../access-changes/index.ts';
import { endEveryWayIn, countInvites } from '../../login/index.ts';
import {
  Account,
  emailKey,
  endAccessChanges,
  firstUsername,
  foldedName,
  lockAccount,
  securityLetterQueue,
  usernameKey,
} from '../../accounts/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import {
  type TooManyAttempts,
  type InvalidInput,
  tooOften,
} from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { checkClientInput, findDuplicates, noSuchClient } from './client-input.ts';
import { Client, ClientSaved, type DuplicateEmail, type UpdateClientInput } from './client.types.ts';
import { findOwnClient } from './find-clients.ts';
import { hasEverRegistered } from './has-ever-registered.ts';
import type { Viewer } from '../../../viewer.ts';

type Outcome = ClientSaved | InvalidInput | DuplicateEmail | TooManyAttempts;

/**
 * Name, zone and address. The address of a client who has never logged in counts at once and ends all the account has;
 * a registered client's becomes a proposal, which only they can confirm. The address on file withdraws a proposal.
 */
export async function updateClient(
  context: RequestContext,
  viewer: Viewer,
  { id, input }: { id: string; input: UpdateClientInput },
): Promise<Outcome> {
  const invalid = checkClientInput(input);
  if (invalid) return invalid;
  const client = await findOwnClient(context, viewer, id);
  if (!client) return noSuchClient();
  const moves = input.email != null && input.email.trim() !== client.email;
  const refused = moves ? await refusal(context, viewer, client, input) : null;
  if (refused) return refused;
  await inTransaction(context, async (inside) => {
    await lockAccount(inside.em, id);
    await changeProfile(inside, id, input);
    if (input.email != null) await changeEmail(inside, viewer, id, input.email);
  });
  const after = await findOwnClient(context, viewer, id);
  return new ClientSaved(new Client(after ?? client, viewer.account.timeZone));
}

/** Asked before the transaction: the count must outlive what is undone. */
async function refusal(
  context: RequestContext,
  viewer: Viewer,
  client: Account,
  { email, onDuplicateEmail }: UpdateClientInput,
): Promise<DuplicateEmail | TooManyAttempts | null> {
  const { id } = client;
  const twins = onDuplicateEmail === 'ASK' ? await findDuplicates(context, viewer, email ?? '', id) : null;
  if (twins) return twins;
  const { limits } = context;
  const ofClient = await limits.take('accessChangesPerAccount', `coach\n${id}`);
  if (ofClient) return tooOften(ofClient);
  // Before they have come in, a new address counts without a letter.
  const retryAt = (await hasEverRegistered(context, client))
    ? await countInvites(context, viewer, [emailKey(email ?? '')])
    : null;
  return retryAt && tooOften(retryAt);
}

const renames = (client: Account, { firstName, lastName }: UpdateClientInput) =>
  (firstName != null && firstName.trim() !== client.firstName) ||
  (lastName != null && lastName.trim() !== client.lastName);

/** Whoever has come in is told of a new name. */
async function changeProfile(inside: RequestContext, id: string, input: UpdateClientInput): Promise<void> {
  const { em, clock, jobs, device } = inside;
  const { firstName, lastName, timeZone, locale } = input;
  const change = {
    ...(firstName == null ? {} : { firstName: firstName.trim() }),
    ...(lastName == null ? {} : { lastName: lastName.trim() }),
    ...(timeZone == null ? {} : { timeZone }),
    ...(locale == null ? {} : { locale }),
  };
  if (Object.keys(change).length === 0) return;
  const before = await em.findOneOrFail(Account, { id }, { refresh: true });
  const isTold = renames(before, input) && (await hasEverRegistered(inside, before));
  const newName = {
    firstName: change.firstName ?? before.firstName,
    lastName: change.lastName ?? before.lastName,
  };
  await em.nativeUpdate(Account, { id }, { ...change, foldedName: foldedName(newName) });
  if (!isTold) return;
  const facts = { accountId: id, at: clock.now().toISOString(), device, newName };
  await jobs.enqueue(em, securityLetterQueue, { kind: 'NAME_CHANGED', ...facts });
}

/** Decided by what is true under the lock: a client may have come in a moment ago. */
async function changeEmail(inside: RequestContext, viewer: Viewer, id: string, email: string): Promise<void> {
  const { em, clock, jobs } = inside;
  const client = await em.findOneOrFail(Account, { id }, { refresh: true });
  const coachId = viewer.account.id;
  if (email.trim() === client.email) {
    const proposal = { kind: 'EMAIL_CHANGE', askedBy: 'COACH' } as const;
    const by = { as: 'WITHDRAWN', actor: 'COACH', actorAccountId: coachId } as const;
    return endAccessChanges({ em, clock, jobs }, { accountId: id, ...proposal, ...by });
  }
  if (await hasEverRegistered(inside, client))
    return beginEmailChange(inside, { accountId: id, email, coachId });
  const address = { email: email.trim(), emailKey: emailKey(email), emailState: 'UNKNOWN' } as const;
  // Whoever reads the mailbox that is left behind may have been mailed the username, and may be the coach.
  const username = firstUsername();
  await em.nativeUpdate(
    Account,
    { id },
    { ...address, emailStateAt: null, username, usernameKey: usernameKey(username) },
  );
  await endEveryWayIn(inside, id);
}
