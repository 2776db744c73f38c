import { Account, emailKey } from '../../accounts/index.ts';
import { LetterSent } from '../../letters/index.ts';
import { noteUnsentLinks } from '../../login/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { isId } from '../../../platform/graphql/connection.types.ts';
import type { ProviderEvent } from '../../../platform/mail/mailgun-event.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { Delivery } from './delivery.entity.ts';
import { moveOn } from './delivery-store.ts';
import { finishMessagesOf } from './finish-messages.ts';
import { rememberProviderEvent } from './seen-provider-events.ts';
import { recordLinksSent } from './settle-delivery.ts';

/** Moves a delivery on and marks the address, once for each event: what is seen before is remembered with what it did. */
export function applyProviderEvent(context: Mechanisms, event: ProviderEvent): Promise<void> {
  return inTransaction(context, async (inside) => {
    if (!(await rememberProviderEvent(inside.em, event.token, inside.clock.now())) || event.kind === 'OTHER')
      return;
    const key = emailKey(event.recipient);
    if (event.kind !== 'COMPLAINED') await moveDelivery(inside, event, key);
    await markAddress(inside, event, key);
  });
}

async function moveDelivery(
  tools: Pick<Mechanisms, 'em' | 'clock'>,
  { kind, mailId, reason, fault }: ProviderEvent,
  key: string,
): Promise<void> {
  if (!isId(mailId)) return;
  // Taken and then turned away by the provider itself: it has not gone.
  const state = kind === 'DELIVERED' ? 'DELIVERED' : kind === 'REJECTED' ? 'FAILED' : 'BOUNCED';
  const words = state === 'DELIVERED' ? null : reason;
  const moved = await moveOn(tools, { mailId, emailKey: key, state, reason: words, fault });
  if (moved && state === 'FAILED') await noteUnsentLinks(tools, [moved.id]);
  if (moved?.was !== 'QUEUED') return;
  // The event was faster than the answer to the call, or the answer got lost: it stands for that answer.
  if (state !== 'FAILED') await recordLinksSent(tools, [moved]);
  await finishMessagesOf(tools, [moved.messageId]);
}

type Tools = Pick<Mechanisms, 'em'>;
type AskedBy = LetterSent['askedBy'];

/** Of a mail: whose it was. A message is a coach's; of letters stands written down for whom they went. */
async function ownersOf({ em }: Tools, mailId: string | null): Promise<{ id: string; askedBy: AskedBy }[]> {
  if (!isId(mailId)) return [];
  const delivery = await em.findOne(Delivery, { mailId }, { fields: ['client'] });
  if (delivery) return [{ id: delivery.client.id, askedBy: 'US' }];
  const letters = await em.find(LetterSent, { mailId });
  return letters.map(({ account, askedBy }) => ({ id: account.id, askedBy }));
}

/**
 * What is known of the address of whoever the mail was for, by the order in which it happened and not by the one in
 * which it is told. Others at the same address are not marked: a coach could watch them, and learn whose username was
 * asked for or who else is here.
 */
async function markAddress(tools: Tools, event: ProviderEvent, key: string): Promise<void> {
  const { mark } = event;
  if (mark === null) return;
  for (const { id, askedBy } of await ownersOf(tools, event.mailId)) {
    if (askedBy === 'ANYONE') continue;
    const may = mark === 'COMPLAINED' ? notUndone(event) : mayMark(event, mark, askedBy);
    const arrived = mark === 'DELIVERED' && askedBy === 'OWNER' ? { ownLetterArrivedAt: event.at } : {};
    await tools.em.nativeUpdate(
      Account,
      { id, emailKey: key, $and: may },
      { emailState: mark, emailStateAt: event.at, ...arrived },
    );
  }
}

function notUndone({ at }: ProviderEvent) {
  return [{ $or: [{ ownLetterArrivedAt: null }, { ownLetterArrivedAt: { $lte: at } }] }];
}

/**
 * A bounce does not hide a complaint, and only a letter that its owner asked for undoes one. What anybody can cause, by a
 * username that they guess, marks nothing: it would tell a coach that the guess was right.
 */
function mayMark({ at }: ProviderEvent, mark: 'DELIVERED' | 'BOUNCED', askedBy: AskedBy) {
  const isNews = { $or: [{ emailStateAt: null }, { emailStateAt: { $lte: at } }] };
  if (askedBy === 'OWNER' && mark === 'DELIVERED') return [isNews];
  return [isNews, { emailState: { $ne: 'COMPLAINED' as const } }];
}
