import { createHmac, randomUUID } from 'node:crypto';
import type { World } from './world.ts';

/** What the provider tells of one mail, as its webhook carries it. */
export interface ToldEvent {
  event: 'delivered' | 'failed' | 'rejected' | 'complained' | 'opened' | 'unsubscribed';
  recipient: string;
  /** Without the angle brackets. */
  messageId: string;
  /** Why it failed, in the provider's one word; of one that it rejected: in its words. */
  reason?: string;
  /** Of the reader's mail server. */
  status?: { code?: number; 'enhanced-code'?: string; message?: string };
  /** Sent along with the mail. */
  variables?: Record<string, string>;
  severity?: 'permanent' | 'temporary';
  /** When it happened; default: when it is signed. */
  at?: Date;
  token?: string;
  ageSeconds?: number;
}

/** The webhook's body, signed as Mailgun signs it. */
export function signedEvent(told: ToldEvent, key: string, now = new Date()): object {
  const { event, recipient, messageId, reason, severity = 'permanent', at, status, variables } = told;
  const { token = randomUUID(), ageSeconds = 0 } = told;
  const timestamp = String(Math.floor(now.getTime() / 1_000) - ageSeconds);
  const signature = createHmac('sha256', key)
    .update(timestamp + token)
    .digest('hex');
  const whatItSaid = status ?? {
    message: reason?.startsWith('suppress') ? 'Not delivering to a suppressed address' : 'no such mailbox',
  };
  const data = {
    event,
    ...(event === 'failed' ? { severity, reason: reason ?? 'generic' } : {}),
    ...(at ? { timestamp: at.getTime() / 1_000 } : {}),
    recipient,
    message: { headers: { 'message-id': messageId } },
    ...(event === 'rejected' ? { reject: { reason, description: '' } } : { 'delivery-status': whatItSaid }),
    ...(variables ? { 'user-variables': variables } : {}),
  };
  return { signature: { timestamp, token, signature }, 'event-data': data };
}

/** Tells a server what became of a mail, signed with this key, and gives the status of its answer. */
export async function tellTo(world: World, told: ToldEvent, key: string): Promise<number> {
  const payload = JSON.stringify(signedEvent(told, key, world.clock.now()));
  const headers = { 'content-type': 'application/json' };
  return (await world.browser().send('POST', '/webhooks/mailgun', { payload, headers })).statusCode;
}
