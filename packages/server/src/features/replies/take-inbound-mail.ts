import { emailKey } from '../accounts/index.ts';
import { hideSecrets } from '../login-links/index.ts';
import { composeMessage, ReplyAddress, replyAddressHash, seeOnce } from '../messages/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { InboundMail } from '../../platform/mail/mailgun-inbound.ts';
import { hashToken, newId } from '../../platform/random-token.ts';
import type { Mechanisms } from '../../request-context.ts';
import { askToAnswer } from './answer-unread.ts';
import { isAutomatic } from './is-automatic.ts';
import { newTextOf, plainLine } from './new-text-of-mail.ts';
import { MOST_LETTERS } from './replies.types.ts';
import { tellCoachQueue } from './tell-coach.ts';

/** What became of a mail that came in; nothing of what it said. */
export type Outcome = 'KEPT' | 'KEPT_BEFORE' | 'AUTOMATIC' | 'TOO_MANY' | 'TO_NOBODY';

const MOST_NAMES = 20;
const MOST_NAME_LETTERS = 120;

/**
 * Keeps what a client wrote back, for their coach. The address alone says whose reply it is: whoever writes to it may
 * use any mailbox. Links and codes are cut out before anything is stored or queued.
 */
export async function takeInboundMail(context: Mechanisms, mail: InboundMail): Promise<Outcome> {
  if (isAutomatic(mail)) return 'AUTOMATIC';
  const delivery = await findDelivery(context, mail);
  if (!delivery) {
    await askToAnswer(context, mail);
    return 'TO_NOBODY';
  }
  const seen = await context.em.execute<unknown[]>('select 1 from seen_provider_event where token = ?', [
    mail.token,
  ]);
  if (seen.length > 0) return 'KEPT_BEFORE';
  if (await context.limits.take('repliesPerDelivery', delivery.id)) return 'TOO_MANY';
  const clean = await withoutSecrets(context, delivery, mail);
  return inTransaction(context, async (inside) => {
    const { em, clock, jobs } = inside;
    const now = clock.now();
    if (!(await seeOnce(em, mail.token, now))) return 'KEPT_BEFORE';
    const id = newId();
    const messageId = mail.headers.get('message-id')?.trim();
    const values = [id, delivery.message.id, delivery.id, now, clean.text, JSON.stringify(clean.names)];
    const fromOther = emailKey(mail.from) !== emailKey(delivery.email);
    const kept = await em.execute<unknown[]>(KEEP, [
      ...values,
      fromOther,
      messageId ? hashToken(messageId) : null,
    ]);
    if (kept.length === 0) return 'KEPT_BEFORE';
    await jobs.enqueue(em, tellCoachQueue, { replyId: id });
    return 'KEPT';
  });
}

const KEEP = `
  insert into reply (id, message_id, delivery_id, at, text, attachment_names, from_other_address, mail_hash)
  values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict (delivery_id, mail_hash) do nothing returning id`;

type FoundDelivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

async function findDelivery({ em, replyDomain }: Mechanisms, { recipients }: InboundMail) {
  const hashes = recipients.flatMap((address) => replyAddressHash(address, replyDomain ?? '') ?? []);
  if (hashes.length === 0) return null;
  const found = await em.findOne(
    ReplyAddress,
    { keyHash: { $in: hashes } },
    { populate: ['delivery.message', 'delivery.client'], refresh: true },
  );
  return found?.delivery ?? null;
}

async function withoutSecrets(
  context: Mechanisms,
  { client, email, message }: FoundDelivery,
  mail: InboundMail,
): Promise<{ text: string; names: string[] }> {
  const hide = (text: string) =>
    hideSecrets(context, text, {
      accountIds: [client.id],
      emailKeys: [client.emailKey, emailKey(email), emailKey(mail.from), emailKey(mail.sender)],
      addressesAsHosts: composeMessage(message, context.publicUrl).usesLoginLink,
    });
  const whole = await newTextOf(mail, hide);
  const names: string[] = [];
  for (const name of mail.attachmentNames.slice(0, MOST_NAMES)) {
    const clean = await hide(plainLine(name).slice(0, MOST_NAME_LETTERS * 2));
    names.push(clean.slice(0, MOST_NAME_LETTERS).toWellFormed() || 'attachment');
  }
  const more = mail.attachmentNames.length - names.length;
  if (more > 0) names.push(`and ${more} more`);
  const text = whole.length > MOST_LETTERS ? `${whole.slice(0, MOST_LETTERS - 1)}…` : whole;
  return { text: text.toWellFormed(), names };
}
