import { changeLetterQueue } from '../../access-changes/index.ts';
import {
  Account,
  emailFault,
  emailKey,
  endAccessChanges,
  insertAccessChange,
  lockAccount,
  recordAccessEvent,
} from '../../accounts/index.ts';
import { later } from '../../../platform/clock.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import {
  FieldError,
  InvalidInput,
  type TooManyAttempts,
  tooOften,
} from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { noSuchClient, Client, ClientSaved, findOwnClient } from '../roster/index.ts';
import { countInvites } from '../../login/index.ts';
import { whyNoFreshStart } from './why-no-fresh-start.ts';
import type { Viewer } from '../../../viewer.ts';

type Outcome = ClientSaved | InvalidInput | TooManyAttempts;

/**
 * Asks for a fresh start of a client who lost both mailbox and password. Nothing changes for seven days, of which the old
 * address is told twice; whoever reads it, or can log in, stops it.
 */
export async function requestFreshStart(
  context: RequestContext,
  viewer: Viewer,
  { id, email }: { id: string; email: string },
): Promise<Outcome> {
  const invalid = checkText({ field: 'email', text: email, max: 320, fault: emailFault });
  if (invalid) return invalid;
  if (!(await findOwnClient(context, viewer, id))) return noSuchClient();
  const { limits } = context;
  const retryAt =
    (await countInvites(context, viewer, [emailKey(email)])) ??
    (await limits.take('accessChangesPerAccount', `coach\n${id}`));
  if (retryAt) return tooOften(retryAt);
  const refused = await inTransaction(context, async (inside) => {
    await lockAccount(inside.em, id);
    const client = await inside.em.findOneOrFail(Account, { id }, { populate: ['practice'], refresh: true });
    const reason = await whyNoFreshStart(inside, viewer, { client, email });
    if (!reason) await begin(inside, viewer, { client, email });
    return reason;
  });
  if (refused) return new InvalidInput([new FieldError(refused.field, refused.words)]);
  return saved(context, viewer, id);
}

async function begin(
  { em, clock, jobs, settings }: RequestContext,
  viewer: Viewer,
  { client, email }: { client: Account; email: string },
): Promise<void> {
  const changeId = await insertAccessChange(
    { em, clock },
    {
      accountId: client.id,
      kind: 'FRESH_START',
      askedBy: 'COACH',
      askedByAccountId: viewer.account.id,
      oldEmail: client.email,
      newEmail: email.trim(),
      expiresAt: null,
      // The notice sets its own times when it really goes, and nothing is due before.
      takesEffectAt: later(clock.now(), settings.freshStart.noticeMs),
    },
  );
  const by = { actor: 'COACH', actorAccountId: viewer.account.id } as const;
  await recordAccessEvent(em, clock, { accountId: client.id, kind: 'FRESH_START_REQUESTED', ...by });
  await jobs.enqueue(em, changeLetterQueue, { changeId, letter: 'NOTICE' });
}

/** The coach takes it back. Also done when there is none. */
export async function cancelFreshStart(
  context: RequestContext,
  viewer: Viewer,
  id: string,
): Promise<Outcome> {
  if (!(await findOwnClient(context, viewer, id))) return noSuchClient();
  await inTransaction(context, async ({ em, clock, jobs }) => {
    await lockAccount(em, id);
    const by = { as: 'WITHDRAWN', actor: 'COACH', actorAccountId: viewer.account.id } as const;
    await endAccessChanges({ em, clock, jobs }, { accountId: id, kind: 'FRESH_START', ...by });
  });
  return saved(context, viewer, id);
}

async function saved(context: RequestContext, viewer: Viewer, id: string): Promise<Outcome> {
  const client = await findOwnClient(context, viewer, id);
  return client ? new ClientSaved(new Client(client, viewer.account.timeZone)) : noSuchClient();
}
