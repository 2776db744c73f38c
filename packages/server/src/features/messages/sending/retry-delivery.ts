import { accountsWithProposedEmail, noteLastLinks } from '../../accounts/index.ts';
import { readerKey, tryAddressAgain } from '../../letters/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { isId } from '../../../platform/graphql/connection.types.ts';
import { FieldError, InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import { newId } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { deliverQueue } from './deliver-queue.ts';
import { Delivery } from './delivery.entity.ts';
import { beyondQuotaWords } from './hold-beyond-quota.ts';
import { Message, MessageRejected, type MessageAccepted, toProblem, accepted } from '../writing/index.ts';
import { reasonToHold } from './reason-to-hold.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

const STOPPED: Delivery['state'][] = ['HELD', 'FAILED', 'BOUNCED'];

/**
 * Tries a held, failed or bounced delivery again: it goes, or the answer says why it can't. An address that bounced is
 * tried again with it; everything else that would hold it is for the coach to mend.
 */
export async function retryDelivery(
  context: RequestContext,
  viewer: Viewer,
  id: string,
): Promise<MessageAccepted | MessageRejected | InvalidInput | TooManyAttempts> {
  const own = isId(id)
    ? await context.em.findOne(
        Delivery,
        { id, isCopy: false, message: { coach: viewer.account.id } },
        { populate: ['message', 'client'], refresh: true },
      )
    : null;
  if (!own) return new InvalidInput([new FieldError('id', say().messages.thereIsNoSuchDelivery)]);
  if (STOPPED.includes(own.state)) {
    const refused = await refusal(context, viewer, own);
    if (refused) return refused;
    await queueAgain(context, own);
  }
  return accepted(context, viewer, own.message.id);
}

async function refusal(
  context: RequestContext,
  viewer: Viewer,
  { heldUntil, client, message }: Delivery,
): Promise<MessageRejected | TooManyAttempts | null> {
  if (heldUntil) return new TooManyAttempts(heldUntil, beyondQuotaWords(client));
  // A bounce is lifted with the retry, so it holds nothing.
  const emailState = client.emailState === 'BOUNCED' ? 'UNKNOWN' : client.emailState;
  const reason = reasonToHold({
    client: { ...client, emailState },
    message,
    usesLoginLink: message.content.usesLoginLink,
    isEmailProposed: (await accountsWithProposedEmail(context, [client.id])).has(client.id),
  });
  const rejected = (kind: 'TOO_OFTEN' | NonNullable<typeof reason>['kind'], words: string) => {
    const found = {
      severity: 'ERROR' as const,
      kind,
      place: 'RECIPIENTS' as const,
      message: words,
      clientIds: [client.id],
    };
    return new MessageRejected([toProblem(found, [client], viewer)]);
  };
  if (reason) return rejected(reason.kind, reason.words);
  const [left] = await context.limits.left('mailsPerReader', [readerKey(viewer.account.id, client)]);
  return left === 0 ? rejected('TOO_OFTEN', beyondQuotaWords(client)) : null;
}

async function queueAgain(context: RequestContext, { id, client, message }: Delivery): Promise<void> {
  const now = context.clock.now();
  await inTransaction(context, async (inside) => {
    await tryAddressAgain(inside, client.id);
    const again = {
      state: 'QUEUED' as const,
      // What the provider knows of the earlier mail must not be taken for this one.
      mailId: newId(),
      reason: null,
      fault: null,
      place: 0,
      attempts: 0,
      nextAttemptAt: now,
      uncertainSince: null,
      updatedAt: now,
    };
    if ((await inside.em.nativeUpdate(Delivery, { id, state: { $in: STOPPED } }, again)) === 0) return;
    await noteLastLinks(inside, [client.id]);
    await inside.em.nativeUpdate(Message, { id: message.id }, { state: 'SENDING' });
    await inside.jobs.enqueue(inside.em, deliverQueue, {});
  });
}
