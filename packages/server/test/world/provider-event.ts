import { createHmac, randomUUID } from 'node:crypto';
import type { World } from './world.ts';

/** What the provider tells of one mail, as its webhook carries it. */
export interface ToldEvent {
  event: 'delivered' | 'failed' | 'complained' | 'opened';
  recipient: string;
  /** Without the angle brackets. */
  messageId: string;
  /** Of a mail that was not even tried, because the address is on a list. */
  reason?: 'suppress-bounce' | 'suppress-complaint';
  severity?: 'permanent' | 'temporary';
  /** When it happened; default: when it is signed. */
  at?: Date;
  token?: string;
  ageSeconds?: number;
}

/** The webhook's body, signed as Mailgun signs it. */
export function signedEvent(told: ToldEvent, key: string, now = new Date()): object {
  const { event, recipient, messageId, reason, severity = 'permanent', at } = told;
  const { token = randomUUID(), ageSeconds = 0 } = told;
  const timestamp = String(Math.floor(now.getTime() / 1_000) - ageSeconds);
  const signature = createHmac('sha256', key)
    .update(timestamp + token)
    .digest('hex');
  const data = {
    event,
    ...(event === 'failed' ? { severity, reason: reason ?? 'generic' } : {}),
    ...(at ? { timestamp: at.getTime() / 1_000 } : {}),
    recipient,
    message: { headers: { 'message-id': messageId } },
    'delivery-status': { message: reason ? 'Not delivering to a suppressed address' : 'no such mailbox' },
  };
  return { signature: { timestamp, token, signature }, 'event-data': data };
}

/** Tells a server what became of a mail, signed with this key, and gives the status of its answer. */
export async function tellTo(world: World, told: ToldEvent, key: string): Promise<number> {
  const payload = JSON.stringify(signedEvent(told, key, world.clock.now()));
  const headers = { 'content-type': 'application/json' };
  return (await world.browser().send('POST', '/webhooks/mailgun', { payload, headers })).statusCode;
}
