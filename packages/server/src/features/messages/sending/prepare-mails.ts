import {
  Account,
  accountsWithProposedEmail,
  fullNameInLetter,
  practiceInLetter,
} from '../../accounts/index.ts';
import { mintLoginLinks } from '../../login/index.ts';
import { clockTime } from '../../../platform/mail/clock-time.ts';
import type { MessageMail } from '../../../platform/mail/mail.ts';
import { inTurns } from '../../../platform/turns.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { Message, renderFor } from '../writing/index.ts';
import { settle, type ClaimedDelivery } from './claims.ts';
import type { sharedAddresses } from './delivery-store.ts';
import { holdBeyondQuota } from './hold-beyond-quota.ts';
import { reasonToHold } from './reason-to-hold.ts';
import { noteUnsent, settleFailed, type Deliverer } from './settle-delivery.ts';
import { say } from '../../../platform/language/say.ts';

export interface PreparedMail {
  delivery: ClaimedDelivery;
  client: Account;
  mail: MessageMail;
}

/**
 * Makes the mails of these deliveries. Whoever may not log in or can't be reached is held, with the reason; links are
 * minted now, all at once, so that their time begins with the sending. What can't be rendered is parked and holds up
 * nobody.
 */
export async function prepareMails(
  worker: Deliverer,
  claimed: ClaimedDelivery[],
  findShared: ReturnType<typeof sharedAddresses>,
): Promise<PreparedMail[]> {
  if (claimed.length === 0) return [];
  const ready = await holdBeyondQuota(
    worker,
    await holdUnreachable(worker, await withMessages(worker, claimed)),
  );
  const withLink = ready.filter(({ row, message }) => message.content.usesLoginLink && !row.isCopy);
  await noteUnsent(
    worker,
    withLink.map(({ row }) => row).filter(({ attempts }) => attempts > 1),
  );
  const links = await mintLoginLinks(
    worker,
    withLink.map(({ row, client }) => ({
      deliveryId: row.id,
      accountId: client.id,
      credentialsVersion: client.credentialsVersion,
    })),
  );
  // Each mail to an address that two people have says for whom it is.
  const isShared = await findShared(claimed);
  const mails = await inTurns(ready, (one) =>
    orPark(worker, one.row, () =>
      toMail(worker, one, { link: links.get(one.row.id) ?? null, isShared: isShared(one.row) }),
    ),
  );
  return mails.filter((mail) => mail !== null);
}

/** Each with its message and its client; a delivery that lacks one is not made. */
async function withMessages(worker: Deliverer, claimed: ClaimedDelivery[]): Promise<Ready[]> {
  const messages = await findMessages(worker, claimed);
  const clients = await findClients(worker, claimed);
  return claimed.flatMap((row): Ready[] => {
    const [message, client] = [messages.get(row.messageId), clients.get(row.clientId)];
    return message && client ? [{ row, message, client }] : [];
  });
}

async function holdUnreachable(worker: Deliverer, candidates: Ready[]): Promise<Ready[]> {
  const proposed = await accountsWithProposedEmail(
    worker,
    candidates.map(({ client }) => client.id),
  );
  const ready: Ready[] = [];
  for (const one of candidates) {
    const { row, client } = one;
    const usesLoginLink = one.message.content.usesLoginLink;
    const isEmailProposed = proposed.has(client.id);
    const reason = row.isCopy
      ? null
      : reasonToHold({ client, message: one.message, usesLoginLink, isEmailProposed });
    if (reason === null) ready.push(one);
    else await settle(worker, row, { state: 'HELD', reason: reason.words, uncertainSince: null });
  }
  return ready;
}

/** What this gives; or nothing, and the delivery is parked: no other try would do better. */
async function orPark<Made>(worker: Deliverer, row: ClaimedDelivery, make: () => Made): Promise<Made | null> {
  try {
    return make();
  } catch (error) {
    worker.log.error({ err: error, delivery: row.id }, 'a delivery can not be rendered');
    await settleFailed(worker, row, say().messages.thisMailCouldNotBeMadeRetry);
    return null;
  }
}

interface Own {
  link: { url: string; expiresAt: Date } | null;
  isShared: boolean;
}

function toMail({ clock, replyDomain, siteName }: Mechanisms, one: Ready, own: Own): PreparedMail {
  const { row, message, client } = one;
  const coach = coachOf(message);
  const reader = row.isCopy ? NOBODY : readerOf(one, own, replyDomain !== null);
  const { subject, text, html } = renderFor(message.content, coach, reader, clock.now());
  const mail = {
    id: row.mailId,
    to: client.email,
    fromName: senderName(message, siteName),
    subject,
    text,
    html,
  };
  return { delivery: row, client, mail };
}

/** The coach's own copy is rendered for no recipient, so that every tag stands literally. */
const NOBODY = { client: null, loginLink: null, until: null, shared: false, mayReply: false };

function readerOf({ message, client }: Ready, { link, isShared }: Own, mayReply: boolean) {
  const zone = client.timeZone ?? coachOf(message).timeZone ?? 'UTC';
  const until = link && clockTime(link.expiresAt, zone, client.locale);
  return { client, loginLink: link?.url ?? null, until, shared: isShared, mayReply };
}

/** Without the ids of all its readers, which may be thousands. */
type SentMessage = Pick<Message, 'content' | 'coach' | 'linksRevokedAt'>;

interface Ready {
  row: ClaimedDelivery;
  message: SentMessage;
  client: Account;
}

async function findMessages(
  { em }: Mechanisms,
  claimed: ClaimedDelivery[],
): Promise<Map<string, SentMessage>> {
  const ids = [...new Set(claimed.map((row) => row.messageId))];
  const found = await em.find(
    Message,
    { id: { $in: ids } },
    { populate: ['coach', 'coach.practice'], exclude: ['clientIds', 'body'], refresh: true },
  );
  return new Map(found.map((message) => [message.id, message]));
}

async function findClients({ em }: Mechanisms, claimed: ClaimedDelivery[]): Promise<Map<string, Account>> {
  const found = await em.find(
    Account,
    { id: { $in: claimed.map((row) => row.clientId) } },
    { refresh: true },
  );
  return new Map(found.map((client) => [client.id, client]));
}

/** What a mail program shows before anything is read. */
function senderName(message: SentMessage, siteName: string): string {
  const coach = coachOf(message);
  const name = fullNameInLetter(coach);
  const practice = practiceInLetter(coach.practice, siteName);
  return name ? `${name} (${practice})` : practice;
}

function coachOf({ coach }: SentMessage): Account {
  return coach;
}
