import { Account, emailKey } from '../accounts/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { isId } from '../../platform/graphql/connection.types.ts';
import type { ProviderEvent } from '../../platform/mail/mailgun-event.ts';
import type { Mechanisms } from '../../request-context.ts';
import { Delivery } from './delivery.entity.ts';
import { finishMessages } from './finish-messages.ts';
import { seeOnce } from './see-once.ts';
import { recordLinkSent } from './settle-delivery.ts';
import { say } from '../../platform/language/say.ts';

// Forward only, and only where mail and address are both the ones that were sent.
const MOVE = `
  with sent as (
    select id, client_id, message_id, state from delivery
     where mail_id = ? and lower(email) = ? and state = any(string_to_array(?, ',')) for update)
  update delivery d set state = ?, reason = ?, updated_at = ?, claimed_until = null, uncertain_since = null
    from sent where d.id = sent.id returning sent.*`;

const FROM = { DELIVERED: 'QUEUED,SENT', BOUNCED: 'QUEUED,SENT,DELIVERED' };

/** Moves a delivery on and marks the address, once for each event: what is seen before is remembered with what it did. */
export function applyProviderEvent(context: Mechanisms, event: ProviderEvent): Promise<void> {
  return inTransaction(context, async (inside) => {
    if (!(await seeOnce(inside.em, event.token, inside.clock.now())) || event.kind === 'OTHER') return;
    const key = emailKey(event.recipient);
    if (event.kind !== 'COMPLAINED') await moveOn(inside, { ...event, kind: event.kind }, key);
    await markAddress(inside, event, key);
  });
}

interface Moved {
  id: string;
  client_id: string;
  message_id: string;
  state: Delivery['state'];
}

async function moveOn(
  tools: Pick<Mechanisms, 'em' | 'clock'>,
  { kind, mailId, reason }: ProviderEvent & { kind: 'DELIVERED' | 'BOUNCED' },
  key: string,
): Promise<void> {
  if (!isId(mailId)) return;
  const words = kind === 'BOUNCED' ? (reason ?? say`The mail came back.`) : null;
  const values = [mailId, key, FROM[kind], kind, words, tools.clock.now()];
  const [moved] = await tools.em.execute<Moved[]>(MOVE, values);
  if (moved?.state !== 'QUEUED') return;
  // The event was faster than the answer to the call, or the answer got lost: it stands for that answer.
  await recordLinkSent(tools, moved);
  await finishMessages(tools);
}

/**
 * What is known of the address, by the order in which it happened and not by the one in which it is told. A bounce does
 * not hide a complaint, and a coach's message that arrives does not undo one: only a letter that the reader asked for does.
 */
async function markAddress({ em }: Pick<Mechanisms, 'em'>, event: ProviderEvent, key: string): Promise<void> {
  const { mark, at, mailId } = event;
  if (mark === null) return;
  const of = { emailKey: key };
  if (mark === 'COMPLAINED') {
    const notUndone = { $or: [{ ownLetterArrivedAt: null }, { ownLetterArrivedAt: { $lte: at } }] };
    await em.nativeUpdate(Account, { ...of, ...notUndone }, { emailState: mark, emailStateAt: at });
    return;
  }
  const isOwnLetter = mark === 'DELIVERED' && isId(mailId) && (await em.count(Delivery, { mailId })) === 0;
  const isNews = { $or: [{ emailStateAt: null }, { emailStateAt: { $lte: at } }] };
  const mayMark = isOwnLetter ? {} : { emailState: { $ne: 'COMPLAINED' as const } };
  await em.nativeUpdate(
    Account,
    { ...of, ...isNews, ...mayMark },
    { emailState: mark, emailStateAt: at, ...(isOwnLetter ? { ownLetterArrivedAt: at } : {}) },
  );
}
