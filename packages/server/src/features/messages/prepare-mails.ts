import { Account, mayLogIn } from '../accounts/index.ts';
import { LoginLink, mintLoginLinks } from '../login-links/index.ts';
import { clockTime } from '../../platform/mail/clock-time.ts';
import type { MessageMail } from '../../platform/mail/mail.ts';
import type { Mechanisms } from '../../request-context.ts';
import { Delivery } from './delivery.entity.ts';
import { Message } from './message.entity.ts';
import { composeMessage, type ComposedMessage } from './compose-message.ts';
import { renderComposed } from './render-for.ts';

/** A row of the claim. */
export interface ClaimedDelivery {
  id: string;
  message_id: string;
  client_id: string;
  attempts: number;
  uncertain_since: Date | string | null;
}

export interface PreparedMail {
  delivery: ClaimedDelivery;
  /** Whose doing it is, where the mail carries a login link. */
  linkSentBy: string | null;
  mail: MessageMail;
}

/**
 * Makes the mails of these deliveries. Whoever may not log in or can't be reached is held, with the reason; links are
 * minted now, all at once, so that their time begins with the sending.
 */
export async function prepareMails(worker: Mechanisms, claimed: ClaimedDelivery[]): Promise<PreparedMail[]> {
  if (claimed.length === 0) return [];
  const { em, clock } = worker;
  const messages = await findMessages(worker, claimed);
  const clients = await findClients(worker, claimed);
  const composed = new Map(
    [...messages].map(([id, message]) => [id, composeMessage(message, worker.publicUrl)]),
  );
  const ready: Ready[] = [];
  for (const row of claimed) {
    const message = messages.get(row.message_id);
    const [content, client] = [composed.get(row.message_id), clients.get(row.client_id)];
    if (!message || !content || !client) continue;
    const reason = reasonToHold(client, content.usesLoginLink);
    if (reason === null) ready.push({ row, message, client, content });
    else
      await em.nativeUpdate(
        Delivery,
        { id: row.id, attempts: row.attempts, state: 'QUEUED' },
        { state: 'HELD', reason, claimedUntil: null, uncertainSince: null, updatedAt: clock.now() },
      );
  }
  const withLink = ready.filter(({ content }) => content.usesLoginLink);
  // A try that was surely refused left a link that nobody has; one that may have arrived stays good.
  const forgotten = withLink
    .filter(({ row }) => row.attempts > 1 && row.uncertain_since === null)
    .map(({ row }) => row.id);
  if (forgotten.length > 0)
    await em.nativeDelete(LoginLink, { deliveryId: { $in: forgotten }, usedAt: null });
  const links = await mintLoginLinks(
    worker,
    withLink.map(({ row, client }) => ({
      deliveryId: row.id,
      accountId: client.id,
      credentialsVersion: client.credentialsVersion,
    })),
  );
  const shared = await sharedAddresses(worker, [...messages.keys()]);
  return ready.map((one) => {
    const isShared = shared.has(`${one.message.id} ${one.row.client_id}`);
    return toMail(worker, one, { link: links.get(one.row.id) ?? null, isShared });
  });
}

function toMail(
  { clock }: Mechanisms,
  { row, message, client, content }: Ready,
  { link, isShared }: { link: { url: string; expiresAt: Date } | null; isShared: boolean },
): PreparedMail {
  const coach = coachOf(message);
  const zone = client.timeZone ?? coach.timeZone ?? 'UTC';
  const until = link && clockTime(link.expiresAt, zone, client.locale);
  const reader = { client, loginLink: link?.url ?? null, until, shared: isShared };
  const { subject, text, html } = renderComposed(content, coach, reader, clock.now());
  const mail = { id: row.id, to: client.email, fromName: senderName(message), subject, text, html };
  return { delivery: row, linkSentBy: link ? coach.id : null, mail };
}

interface Ready {
  row: ClaimedDelivery;
  message: Message;
  client: Account;
  content: ComposedMessage;
}

// Two people of one message at one address: each mail says for whom it is.
const SHARED = `
  select d.message_id, d.client_id from delivery d
   where d.message_id = any(string_to_array(?, ',')::uuid[])
     and exists (select 1 from delivery o where o.message_id = d.message_id and o.id <> d.id and lower(o.email) = lower(d.email))`;

async function sharedAddresses({ em }: Mechanisms, messageIds: string[]): Promise<Set<string>> {
  const rows = await em.execute<{ message_id: string; client_id: string }[]>(SHARED, [messageIds.join()]);
  return new Set(rows.map((row) => `${row.message_id} ${row.client_id}`));
}

function reasonToHold(client: Account, usesLink: boolean): string | null {
  if (!mayLogIn(client)) return 'This client is deactivated. Reactivate them, then retry.';
  if (client.emailState === 'BOUNCED')
    return 'Mail to this address came back. Correct it or try it again, then retry.';
  if (client.emailState === 'COMPLAINED') return 'This client marked our mail as spam. Call them.';
  if (usesLink && client.loginLinkPolicy === 'NEVER')
    return 'This client accepts no login links. Send the message without [loginLink].';
  return null;
}

async function findMessages({ em }: Mechanisms, claimed: ClaimedDelivery[]): Promise<Map<string, Message>> {
  const ids = [...new Set(claimed.map((row) => row.message_id))];
  const found = await em.find(
    Message,
    { id: { $in: ids } },
    { populate: ['coach', 'coach.practice'], refresh: true },
  );
  return new Map(found.map((message) => [message.id, message]));
}

async function findClients({ em }: Mechanisms, claimed: ClaimedDelivery[]): Promise<Map<string, Account>> {
  const found = await em.find(
    Account,
    { id: { $in: claimed.map((row) => row.client_id) } },
    { refresh: true },
  );
  return new Map(found.map((client) => [client.id, client]));
}

/** The coach's own copy: rendered for no recipient, so that every tag stands literally. */
export function renderCopy({ publicUrl, clock }: Mechanisms, message: Message): MessageMail {
  const reader = { client: null, loginLink: null, until: null, shared: false };
  const content = composeMessage(message, publicUrl);
  const { subject, text, html } = renderComposed(content, coachOf(message), reader, clock.now());
  return { id: message.id, to: coachOf(message).email, fromName: senderName(message), subject, text, html };
}

function senderName(message: Message): string {
  const coach = coachOf(message);
  const name = `${coach.firstName} ${coach.lastName}`.trim();
  return name ? `${name} (${coach.practice.name})` : coach.practice.name;
}

function coachOf({ coach }: Message): Account {
  return coach;
}
