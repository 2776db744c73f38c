import type { Viewer } from '../accounts/index.ts';
import { findOwnClient } from '../clients/index.ts';
import { revokeLinks } from '../login-links/index.ts';
import { later, SECOND_MS } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { isId } from '../../platform/graphql/connection.types.ts';
import { FieldError, InvalidInput, TooManyAttempts } from '../../platform/graphql/user-errors.types.ts';
import { once } from '../../platform/idempotency/once.ts';
import { newId } from '../../platform/random-token.ts';
import type { RequestContext } from '../../request-context.ts';
import { deliverQueue } from './deliver-queue.ts';
import { Delivery } from './delivery.entity.ts';
import { Message } from './message.entity.ts';
import { MessageAccepted, MessageRejected, type MessageInput } from './message-result.types.ts';
import { hasErrors, preflight, type Checked } from './preflight.ts';
import { findOwnMessage, toView } from './read-messages.ts';
import { takeMessage } from './take-message.ts';
import { testMessageQueue } from './test-message.ts';
import { say } from '../../platform/language/say.ts';

type Outcome = MessageAccepted | MessageRejected | InvalidInput | TooManyAttempts;

/** A moment to press Undo, for what a person sends in the app. */
const UNDO_MS = 10 * SECOND_MS;

interface Sending {
  input: MessageInput;
  idempotencyKey: string | null;
  draftId: string | null;
}

/** Checks, then takes the message and all its deliveries in one transaction; links are made when each mail goes. */
export async function sendMessage(
  context: RequestContext,
  viewer: Viewer,
  sending: Sending,
): Promise<Outcome> {
  const { input, idempotencyKey, draftId } = sending;
  const checked = await preflight(context, viewer, input);
  if (checked instanceof InvalidInput) return checked;
  if (hasErrors(checked)) return new MessageRejected(checked.problems);
  const retryAt = await context.limits.take('messagesPerCoach', viewer.account.id);
  if (retryAt) return new TooManyAttempts(retryAt);
  const outcome = await inTransaction(context, (inside) =>
    once<InvalidInput>(
      inside,
      viewer.account.id,
      { key: idempotencyKey, operation: 'sendMessage', input },
      async () => {
        const id = newId();
        const at =
          checked.schedule?.at ?? (context.expectedAccountId ? later(context.clock.now(), UNDO_MS) : null);
        const state = at ? 'SCHEDULED' : 'SENDING';
        await insertMessage(inside, viewer, { id, input, checked, state, scheduledFor: at });
        if (draftId && isId(draftId))
          await inside.em.nativeDelete(Message, { id: draftId, coach: viewer.account.id, state: 'DRAFT' });
        if (!at) await takeMessage(inside, id);
        return { resultId: id };
      },
    ),
  );
  return 'resultId' in outcome ? accepted(context, viewer, outcome.resultId) : outcome;
}

async function accepted(context: RequestContext, viewer: Viewer, id: string): Promise<MessageAccepted> {
  const message = await findOwnMessage(context, viewer, id);
  if (!message) throw new Error('A message just taken is not there');
  return new MessageAccepted(toView(message));
}

interface NewMessage {
  id: string;
  input: MessageInput;
  checked: Checked;
  state: Message['state'];
  scheduledFor: Date | null;
}

async function insertMessage(
  { em, clock }: RequestContext,
  viewer: Viewer,
  { id, input, checked, state, scheduledFor }: NewMessage,
): Promise<void> {
  const { stored } = checked.composed;
  await em.insert(Message, {
    id,
    coach: viewer.account.id,
    ...stored,
    state,
    allActive: input.recipients.allActive,
    clientIds: [...new Set(input.recipients.clientIds ?? [])].map((clientId) => clientId.toLowerCase()),
    copyToMe: input.copyToMe,
    localTime: checked.schedule?.localTime ?? null,
    timeZone: checked.schedule?.timeZone ?? null,
    scheduledFor,
    sentAt: null,
    version: 1,
    createdAt: clock.now(),
  });
}

interface Saving {
  input: MessageInput;
  id: string | null;
  version: number | null;
}

/** Keeps a draft, whatever is wrong with it; an older version never overwrites a newer one. */
export async function saveDraft(
  context: RequestContext,
  viewer: Viewer,
  { input, id, version }: Saving,
): Promise<Outcome> {
  const checked = await preflight(context, viewer, input);
  if (checked instanceof InvalidInput) return checked;
  const { em } = context;
  if (id === null) {
    const fresh = newId();
    await insertMessage(context, viewer, { id: fresh, input, checked, state: 'DRAFT', scheduledFor: null });
    return accepted(context, viewer, fresh);
  }
  const draft = await findOwnMessage(context, viewer, id);
  if (draft?.state !== 'DRAFT') return noSuchMessage();
  const saved = await em.nativeUpdate(
    Message,
    { id, state: 'DRAFT', version: version ?? draft.version },
    {
      ...checked.composed.stored,
      allActive: input.recipients.allActive,
      clientIds: [...new Set(input.recipients.clientIds ?? [])],
      copyToMe: input.copyToMe,
      localTime: checked.schedule?.localTime ?? null,
      timeZone: checked.schedule?.timeZone ?? null,
      version: (version ?? draft.version) + 1,
    },
  );
  if (saved === 0)
    return new InvalidInput([
      new FieldError('version', say`This draft was saved elsewhere since. Load it again before you save.`),
    ]);
  return accepted(context, viewer, id);
}

export async function discardDraft({ em }: RequestContext, viewer: Viewer, id: string): Promise<boolean> {
  return isId(id) && (await em.nativeDelete(Message, { id, coach: viewer.account.id, state: 'DRAFT' })) > 0;
}

/** Stops a message that waits: a scheduled one, or one sent a moment ago. */
export async function cancelScheduledMessage(
  context: RequestContext,
  viewer: Viewer,
  id: string,
): Promise<Outcome> {
  const message = await findOwnMessage(context, viewer, id);
  if (!message) return noSuchMessage();
  const stopped = await context.em.nativeUpdate(Message, { id, state: 'SCHEDULED' }, { state: 'CANCELLED' });
  if (stopped === 0 && message.state !== 'CANCELLED')
    return new InvalidInput([
      new FieldError('id', say`This message is on its way already and can not be stopped.`),
    ]);
  return accepted(context, viewer, id);
}

/** To the coach alone, with this client's values; the link stays literal and the client gets nothing. */
export async function sendTestMessage(
  context: RequestContext,
  viewer: Viewer,
  { input, asClientId }: { input: MessageInput; asClientId: string },
): Promise<Outcome> {
  const client = await findOwnClient(context, viewer, asClientId);
  if (!client) return new InvalidInput([new FieldError('asClientId', say`There is no such client.`)]);
  const checked = await preflight(context, viewer, input);
  if (checked instanceof InvalidInput) return checked;
  const retryAt = await context.limits.take('messagesPerCoach', viewer.account.id);
  if (retryAt) return new TooManyAttempts(retryAt);
  const { em, jobs } = context;
  await jobs.enqueue(em, testMessageQueue, {
    coachId: viewer.account.id,
    clientId: client.id,
    written: checked.composed.stored,
  });
  const draft = {
    ...checked.composed.stored,
    ...{
      id: newId(),
      state: 'DRAFT' as const,
      version: 0,
      allActive: false,
      clientIds: [client.id],
      copyToMe: false,
    },
    ...{ localTime: null, timeZone: null, scheduledFor: null, sentAt: null, createdAt: context.clock.now() },
  };
  return new MessageAccepted(toView(draft));
}

/** Tries a held, failed or bounced delivery again. */
export async function retryDelivery(context: RequestContext, viewer: Viewer, id: string): Promise<Outcome> {
  const { em, clock, jobs } = context;
  const own = isId(id)
    ? await em.findOne(Delivery, { id, message: { coach: viewer.account.id } }, { populate: ['message'] })
    : null;
  if (!own) return new InvalidInput([new FieldError('id', say`There is no such delivery.`)]);
  const now = clock.now();
  await inTransaction(context, async (inside) => {
    const again = {
      state: 'QUEUED',
      // What the provider knows of the earlier mail must not be taken for this one.
      mailId: newId(),
      reason: null,
      attempts: 0,
      nextAttemptAt: now,
      uncertainSince: null,
      updatedAt: now,
    } as const;
    const stopped = { id, state: { $in: ['HELD', 'FAILED', 'BOUNCED'] as const } };
    if (
      (await inside.em.nativeUpdate(
        Delivery,
        { id: stopped.id, state: { $in: [...stopped.state.$in] } },
        again,
      )) === 0
    )
      return;
    await inside.em.nativeUpdate(Message, { id: own.message.id }, { state: 'SENDING' });
    await jobs.enqueue(inside.em, deliverQueue, {});
  });
  return accepted(context, viewer, own.message.id);
}

/** Takes back the links this message sent: they are dead, and can't be renewed. Those that have not gone yet never do. */
export async function revokeLoginLinks(
  context: RequestContext,
  viewer: Viewer,
  messageId: string,
): Promise<Outcome> {
  const message = await findOwnMessage(context, viewer, messageId);
  if (!message) return noSuchMessage('messageId');
  await inTransaction(context, async (inside) => {
    const deliveries = await inside.em.find(Delivery, { message: messageId }, { fields: ['id'] });
    const deliveryIds = deliveries.map(({ id }) => id);
    await inside.em.nativeUpdate(Message, { id: messageId }, { linksRevokedAt: inside.clock.now() });
    await revokeLinks(inside, { deliveryIds, coachId: viewer.account.id });
  });
  return accepted(context, viewer, messageId);
}

function noSuchMessage(field = 'id'): InvalidInput {
  return new InvalidInput([new FieldError(field, say`There is no such message.`)]);
}
