import { Account } from '../../accounts/index.ts';
import { countInvites, inviteQueue } from '../../login/index.ts';
import { later } from '../../../platform/clock.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { NOT_HELD_BEFORE } from '../../../platform/database/restoration.ts';
import { InvalidInput, type TooManyAttempts, tooOften } from '../../../platform/graphql/user-errors.types.ts';
import { doneBefore, once } from '../../../platform/idempotency/once.ts';
import { say } from '../../../platform/language/say.ts';
import { newId } from '../../../platform/random-token.ts';
import type { Mechanisms, RequestContext } from '../../../request-context.ts';
import type { Viewer } from '../../../viewer.ts';
import { Client } from './client.types.ts';
import { ClientsSaved } from './clients-result.types.ts';
import { findNamedClients } from './find-clients.ts';

type Outcome = ClientsSaved | InvalidInput | TooManyAttempts;

/** Why this client gets no invite, in words for the coach; null: they do. */
export function whyNoInvite({ registeredAt, status }: Account): string | null {
  if (registeredAt) return say().clients.thisClientHasLoggedInAlreadySend;
  return status === 'INACTIVE' ? say().clients.thisClientIsDeactivatedReactivateThemFirst : null;
}

/**
 * A fresh invite for each of these who has never logged in, counted all together. Those of the app wait a moment, as its
 * messages do, so that they can be undone.
 */
export async function inviteClients(
  context: RequestContext,
  viewer: Viewer,
  { ids, idempotencyKey }: { ids: string[]; idempotencyKey: string | null },
): Promise<Outcome> {
  const named = await findNamedClients(context, viewer, ids);
  if (named instanceof InvalidInput) return named;
  const request = { key: idempotencyKey, operation: 'inviteClients', input: ids };
  const earlier = await doneBefore(context, viewer.account.id, request);
  if (earlier instanceof InvalidInput) return earlier;
  if (earlier) return answer(context, viewer, ids);
  const outcome = await inTransaction(context, (inside) =>
    once<TooManyAttempts>(inside, viewer.account.id, request, async () => {
      const invited = named.filter((client) => whyNoInvite(client) === null);
      const limits = inside.limits.withinTransaction(inside.em);
      const retryAt = await countInvites(
        { limits },
        viewer,
        invited.map(({ emailKey }) => emailKey),
      );
      if (retryAt) return tooOften(retryAt);
      await queue(
        inside,
        invited.map(({ id }) => id),
      );
      return { resultId: newId() };
    }),
  );
  return 'resultId' in outcome ? answer(context, viewer, ids) : outcome;
}

async function queue(inside: RequestContext, ids: string[]): Promise<void> {
  const { em, clock, settings, jobs, expectedAccountId } = inside;
  if (!expectedAccountId) {
    for (const accountId of ids) await jobs.enqueue(em, inviteQueue, { accountId });
    return;
  }
  const inviteDueAt = later(clock.now(), settings.undoSendMs);
  await em.nativeUpdate(Account, { id: { $in: ids }, registeredAt: null, status: 'ACTIVE' }, { inviteDueAt });
}

/** Takes back those that have not gone yet. */
export async function undoInvites(
  context: RequestContext,
  viewer: Viewer,
  ids: string[],
): Promise<ClientsSaved | InvalidInput> {
  const named = await findNamedClients(context, viewer, ids);
  if (named instanceof InvalidInput) return named;
  const undone = await context.em.execute<{ id: string }[]>(UNDO, [named.map(({ id }) => id).join()]);
  const isUndone = new Set(undone.map(({ id }) => id));
  const clients = await findNamedClients(context, viewer, ids);
  if (clients instanceof InvalidInput) return clients;
  const { timeZone } = viewer.account;
  return new ClientsSaved(
    clients.filter(({ id }) => isUndone.has(id)).map((client) => new Client(client, timeZone)),
    clients
      .filter(({ id }) => !isUndone.has(id))
      .map((client) => ({ client: new Client(client, timeZone), message: say().clients.thisInviteHasGone })),
  );
}

const UNDO = `
  update account set invite_due_at = null
   where id = any(string_to_array(?, ',')::uuid[]) and invite_due_at is not null returning id`;

const TAKE_DUE = `
  update account set invite_due_at = null
   where invite_due_at <= ? and invite_due_at > ${NOT_HELD_BEFORE} returning id`;

/** Invites whose moment for Undo is over go to the queue, each once. */
export async function enqueueDueInvites({ em, clock, jobs }: Mechanisms): Promise<void> {
  await em.transactional(async (inside) => {
    const due = await inside.execute<{ id: string }[]>(TAKE_DUE, [clock.now()]);
    for (const { id: accountId } of due) await jobs.enqueue(inside, inviteQueue, { accountId });
  });
}

async function answer(
  context: RequestContext,
  viewer: Viewer,
  ids: string[],
): Promise<ClientsSaved | InvalidInput> {
  const clients = await findNamedClients(context, viewer, ids);
  if (clients instanceof InvalidInput) return clients;
  const { timeZone } = viewer.account;
  const dueAt = clients.flatMap(({ inviteDueAt }) => inviteDueAt ?? []);
  return new ClientsSaved(
    clients.filter((client) => whyNoInvite(client) === null).map((client) => new Client(client, timeZone)),
    clients.flatMap((client) => {
      const message = whyNoInvite(client);
      return message === null ? [] : [{ client: new Client(client, timeZone), message }];
    }),
    dueAt[0] ?? null,
  );
}
