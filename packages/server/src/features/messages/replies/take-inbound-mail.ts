import { emailKey } from '../../accounts/index.ts';
import { hideSecrets } from '../../login/index.ts';
import {
  ReplyAddress,
  replyAddressHash,
  rememberProviderEvent,
  sentTexts,
  isProviderEventSeen,
} from '../sending/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { InboundMail } from '../../../platform/mail/mailgun-inbound.ts';
import { hashToken, newId } from '../../../platform/random-token.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { enqueueNoReaderAnswer } from './no-reader-answer.ts';
import { hasUnreadablePart, isAutomatic } from './is-automatic.ts';
import { isDoubtful } from './is-doubtful.ts';
import { newTextOf, plainLine } from './new-text-of-mail.ts';
import type { Answered } from './own-words.ts';
import { MOST_CHARACTERS } from './replies.types.ts';
import { replyToCoachQueue } from './mail-reply-to-coach.ts';
import { ANYTHING } from './words.ts';

/** What became of a mail that came in; nothing of what it said. */
export type Outcome = 'KEPT' | 'KEPT_BEFORE' | 'AUTOMATIC' | 'TOO_MANY' | 'TO_NOBODY';

const MOST_NAMES = 20;
const MOST_NAME_CHARACTERS = 120;

/**
 * Keeps what a client wrote back, for their coach. The address alone says whose reply it is: whoever writes to it may
 * use any mailbox. Links and codes are cut out before anything is stored or queued.
 */
export async function takeInboundMail(context: Mechanisms, mail: InboundMail): Promise<Outcome> {
  if (isAutomatic(mail)) return 'AUTOMATIC';
  const delivery = await findDelivery(context, mail);
  if (!delivery) {
    await enqueueNoReaderAnswer(context, mail);
    return 'TO_NOBODY';
  }
  if (await isProviderEventSeen(context.em, mail.token)) return 'KEPT_BEFORE';
  if (await context.limits.take('repliesPerDelivery', delivery.id)) return 'TOO_MANY';
  const fromOther = emailKey(mail.from) !== emailKey(delivery.email);
  const doubtful = fromOther || isDoubtful(mail);
  const clean = await withoutSecrets(context, delivery, mail, doubtful);
  return inTransaction(context, async (inside) => {
    const { em, clock, jobs } = inside;
    const now = clock.now();
    if (!(await rememberProviderEvent(em, mail.token, now))) return 'KEPT_BEFORE';
    const id = newId();
    const messageId = mail.headers.get('message-id')?.trim();
    const kept = await em.execute<unknown[]>(KEEP, [
      id,
      delivery.message.id,
      delivery.id,
      now,
      clean.text,
      JSON.stringify(clean.names),
      fromOther,
      doubtful,
      clean.text === '' && hasUnreadablePart(mail),
      messageId ? hashToken(messageId) : null,
    ]);
    if (kept.length === 0) return 'KEPT_BEFORE';
    await jobs.enqueue(em, replyToCoachQueue, { replyId: id });
    return 'KEPT';
  });
}

const KEEP = `
  insert into reply (id, message_id, delivery_id, at, text, attachment_names, from_other_address, doubtful, unreadable,
    mail_hash)
  values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?) on conflict (delivery_id, mail_hash) do nothing returning id`;

type FoundDelivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

async function findDelivery({ em, replyDomain }: Mechanisms, { recipients }: InboundMail) {
  const hashes = recipients.flatMap((address) => replyAddressHash(address, replyDomain ?? '') ?? []);
  if (hashes.length === 0) return null;
  const found = await em.findOne(
    ReplyAddress,
    { keyHash: { $in: hashes } },
    { populate: ['delivery.message.coach.practice', 'delivery.client'], refresh: true },
  );
  return found?.delivery ?? null;
}

/** Of a doubtful mail nothing is compared with the account: whoever wrote it would learn what is right. */
async function withoutSecrets(
  context: Mechanisms,
  delivery: FoundDelivery,
  mail: InboundMail,
  doubtful: boolean,
): Promise<{ text: string; names: string[] }> {
  const { client, email } = delivery;
  const codesOf = doubtful
    ? 'NOT_ASKED'
    : { accountIds: [client.id], emailKeys: [client.emailKey, emailKey(email)] };
  const hide = async (text: string, strange: boolean) =>
    (await hideSecrets(context, text, { codesOf, strange })).text;
  const whole = await newTextOf(mail, await answeredBy(context, delivery), (read) => hide(read, true));
  const text = whole.length > MOST_CHARACTERS ? `${whole.slice(0, MOST_CHARACTERS - 1)}…` : whole;
  return { text: text.toWellFormed(), names: await namesOf(mail, (read) => hide(read, false)) };
}

/** Hidden in one go: a mail may have a hundred. */
async function namesOf(
  { attachments }: InboundMail,
  hide: (text: string) => Promise<string>,
): Promise<string[]> {
  const lines = attachments
    .slice(0, MOST_NAMES)
    .map(({ name }) => plainLine(name).slice(0, MOST_NAME_CHARACTERS * 2) || 'attachment');
  if (lines.length === 0) return [];
  const names = (await hide(lines.join('\n\n')))
    .split('\n\n')
    .map((name) => name.slice(0, MOST_NAME_CHARACTERS).toWellFormed());
  const more = attachments.length - lines.length;
  return more > 0 ? [...names, `and ${more} more`] : names;
}

/** What a reply to this delivery may quote, and whom it names there. */
async function answeredBy(context: Mechanisms, delivery: FoundDelivery): Promise<Answered> {
  const { siteName, replyDomain, publicUrl } = context;
  const { firstName, lastName, practice } = delivery.message.coach;
  return {
    texts: await sentTexts(context, delivery, ANYTHING),
    names: [`${firstName} ${lastName}`.trim(), firstName.trim(), practice.name, siteName],
    domains: [replyDomain ?? '', new URL(publicUrl).hostname].filter((domain) => domain !== ''),
  };
}
