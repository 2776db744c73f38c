import { hashToken, randomHex } from '../../../platform/random-token.ts';
import type { Mechanisms } from '../../../request-context.ts';
import type { MessageMail } from '../../../platform/mail/mail.ts';
import { ReplyAddress } from './reply-address.entity.ts';

// 128 bits, in letters that survive a mail server which lower-cases what stands before the @.
const KEY_BYTES = 16;
const SHAPE = /^reply-([0-9a-f]{32})$/;

interface Addressed {
  delivery: { id: string; isCopy: boolean };
  mail: MessageMail;
}

/** Gives each mail to a client an address of its own to reply to, where replies arrive anywhere. */
export async function giveReplyAddresses<Prepared extends Addressed>(
  { em, clock, replyDomain }: Pick<Mechanisms, 'em' | 'clock' | 'replyDomain'>,
  prepared: Prepared[],
): Promise<Prepared[]> {
  const toClients = prepared.filter(({ delivery }) => !delivery.isCopy);
  if (replyDomain === null || toClients.length === 0) return prepared;
  const createdAt = clock.now();
  const given = toClients.map((one) => ({ one, key: randomHex(KEY_BYTES) }));
  await em.insertMany(
    ReplyAddress,
    given.map(({ one, key }) => ({ keyHash: hashToken(key), delivery: one.delivery.id, createdAt })),
  );
  return [
    ...prepared.filter(({ delivery }) => delivery.isCopy),
    ...given.map(({ one, key }) => ({
      ...one,
      mail: { ...one.mail, replyTo: `reply-${key}@${replyDomain}` },
    })),
  ];
}

/** What is kept of a reply address, to look it up by; null for what is none of ours. */
export function replyAddressHash(address: string, replyDomain: string): string | null {
  const [local = '', domain, ...more] = address.trim().toLowerCase().split('@');
  const key = SHAPE.exec(local)?.[1];
  return key !== undefined && domain === replyDomain && more.length === 0 ? hashToken(key) : null;
}
