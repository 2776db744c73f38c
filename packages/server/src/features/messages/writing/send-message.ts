import { later } from '../../../platform/clock.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { isId } from '../../../platform/graphql/connection.types.ts';
import {
  FieldError,
  InvalidInput,
  TooManyAttempts,
  UserError,
} from '../../../platform/graphql/user-errors.types.ts';
import { doneBefore, once, type OnceOutcome } from '../../../platform/idempotency/once.ts';
import { newId } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { startSending } from '../sending/index.ts';
import { insertMessage } from './insert-message.ts';
import { Message } from './message.entity.ts';
import { MessageAccepted, MessageRejected, type MessageInput } from './message-result.types.ts';
import { hasErrors, preflight, type Checked } from './preflight.ts';
import { findOwnMessage } from './read-messages.ts';
import { say } from '../../../platform/language/say.ts';
import { accepted, noSuchMessage } from './accepted.ts';
import type { Viewer } from '../../../viewer.ts';

type Outcome = MessageAccepted | MessageRejected | InvalidInput | TooManyAttempts;

interface Sending {
  /** What was asked for, as its key remembers it; left out: this very message. */
  asked?: { operation: string; input: unknown };
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
  const { input, idempotencyKey } = sending;
  const coachId = viewer.account.id;
  const { operation, input: asked } = sending.asked ?? { operation: 'sendMessage', input };
  const request = { key: idempotencyKey, operation, input: asked };
  const earlier = await doneBefore(context, coachId, request);
  if (earlier) return toResult(context, viewer, earlier);
  const checked = await preflight(context, viewer, input);
  if (checked instanceof UserError) return checked;
  if (hasErrors(checked)) return new MessageRejected(checked.problems);
  const outcome = await inTransaction(context, (inside) =>
    once<TooManyAttempts>(inside, coachId, request, async () => {
      const refused = await countSend(inside, coachId, checked.recipients.length);
      if (refused) return refused;
      return { resultId: await take(inside, viewer, { ...sending, checked }) };
    }),
  );
  return toResult(context, viewer, outcome);
}

/**
 * Counts a send and its recipients, whole or not at all. In the running transaction, behind the key: what is not taken in
 * the end is not counted, and of two at once under one key, the second gets its answer where there was room for one.
 */
async function countSend(
  inside: RequestContext,
  coachId: string,
  recipients: number,
): Promise<TooManyAttempts | null> {
  const limits = inside.limits.withinTransaction(inside.em);
  const tooManySends = await limits.take('messagesPerCoach', coachId);
  if (tooManySends) return tooManyMessages(tooManySends);
  const retryAt = await limits.take('recipientsPerCoach', coachId, recipients);
  if (!retryAt) return null;
  // A refused take counts as well: what does not fit must leave room for what does.
  await limits.giveBack('messagesPerCoach', coachId);
  await limits.giveBack('recipientsPerCoach', coachId, recipients);
  return new TooManyAttempts(retryAt, say().messages.thisHourHasNoRoom);
}

/** Of messages and test mails together. */
export function tooManyMessages(retryAt: Date): TooManyAttempts {
  return new TooManyAttempts(retryAt, say().messages.youHaveSentAsManyMessages);
}

/** Writes the message, and its deliveries if it goes at once, in the running transaction. */
async function take(
  inside: RequestContext,
  viewer: Viewer,
  { input, draftId, checked }: Sending & { checked: Checked },
): Promise<string> {
  const { em, clock, settings, expectedAccountId } = inside;
  const id = newId();
  const scheduledFor =
    checked.schedule?.at ?? (expectedAccountId ? later(clock.now(), settings.undoSendMs) : null);
  const state = scheduledFor ? 'SCHEDULED' : 'SENDING';
  await insertMessage(inside, viewer, { id, input, checked, state, scheduledFor });
  if (draftId && isId(draftId))
    await em.nativeDelete(Message, { id: draftId, coach: viewer.account.id, state: 'DRAFT' });
  if (!scheduledFor) await startSending(inside, id);
  return id;
}

async function toResult(
  context: RequestContext,
  viewer: Viewer,
  outcome: OnceOutcome<TooManyAttempts>,
): Promise<Outcome> {
  if (!('resultId' in outcome)) return outcome;
  // What was stopped may have been removed since, and its key is still known.
  const isThere = (await findOwnMessage(context, viewer, outcome.resultId)) !== null;
  return isThere ? accepted(context, viewer, outcome.resultId) : noSuchMessage('idempotencyKey');
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
    return new InvalidInput([new FieldError('id', say().messages.thisMessageIsOnItsWayAlready)]);
  return accepted(context, viewer, id);
}
