import { Account, mayLogIn } from '../accounts/index.ts';
import { LoginLink, mintLoginLinks } from '../login-links/index.ts';
import { clockTime } from '../../platform/mail/clock-time.ts';
import type { MessageMail } from '../../platform/mail/mail.ts';
import type { Mechanisms } from '../../request-context.ts';
import { Delivery } from './delivery.entity.ts';
import { Message } from './message.entity.ts';
import { renderFor } from './render-for.ts';

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
  const ready: { row: ClaimedDelivery; message: Message; client: Account; usesLink: boolean }[] = [];
  for (const row of claimed) {
    const [message, client] = [messages.get(row.message_id), clients.get(row.client_id)];
    if (!message || !client) continue;
    const usesLink = usesLoginLink(message);
    const reason = reasonToHold(client, usesLink);
    if (reason === null) ready.push({ row, message, client, usesLink });
    else
      await em.nativeUpdate(
        Delivery,
        { id: row.id },
        { state: 'HELD', reason, claimedUntil: null, uncertainSince: null, updatedAt: clock.now() },
      );
  }
  const withLink = ready.filter(({ usesLink }) => usesLink);
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
  return ready.map(({ row, message, client }) => {
    const link = links.get(row.id) ?? null;
    const zone = client.timeZone ?? coachOf(message).timeZone ?? 'UTC';
    const until = link && clockTime(link.expiresAt, zone, client.locale);
    const rendered = renderFor(worker, message, {
      client,
      loginLink: link?.url ?? null,
      until,
      shared: isShared(client, ready),
    });
    return {
      delivery: row,
      mail: { id: row.id, to: client.email, fromName: senderName(message), ...rendered },
    };
  });
}

/** Two of these people at one address: each mail says for whom it is. */
function isShared(client: Account, ready: { client: Account }[]): boolean {
  return ready.some((other) => other.client.id !== client.id && other.client.emailKey === client.emailKey);
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
export function renderCopy(worker: Mechanisms, message: Message): MessageMail {
  const rendered = renderFor(worker, message, { client: null, loginLink: null, until: null, shared: false });
  return { id: message.id, to: coachOf(message).email, fromName: senderName(message), ...rendered };
}

export function senderName(message: Message): string {
  const coach = coachOf(message);
  const name = `${coach.firstName} ${coach.lastName}`.trim();
  return name ? `${name} (${coach.practice.name})` : coach.practice.name;
}

function coachOf(message: Message): Account {
  return message.coach as Account;
}

function usesLoginLink(message: Message): boolean {
  return /\[\s*loginLink\s*\]/i.test(message.body);
}
