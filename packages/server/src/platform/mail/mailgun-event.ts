import { createHmac, timingSafeEqual } from 'node:crypto';
import { DAY_MS } from '../clock.ts';

/** What the provider tells of one mail, once its signature is proven. */
export interface ProviderEvent {
  /** Different for each event: a second one is a replay. */
  token: string;
  kind: 'DELIVERED' | 'BOUNCED' | 'COMPLAINED' | 'OTHER';
  /** Of our Message-ID, the part before the @; null where there is none. */
  mailId: string | null;
  recipient: string;
  /** In the provider's words. */
  reason: string | null;
}

const MOST_AGE_MS = DAY_MS;

/**
 * Reads a webhook of Mailgun's; null unless it is signed with our key and at most a day old. Nothing of it is looked at
 * before the signature is proven.
 */
export function readMailgunEvent(body: unknown, key: string, now: Date): ProviderEvent | null {
  const signature = record(record(body)['signature']);
  const { timestamp, token, signature: given } = signature;
  if (typeof timestamp !== 'string' && typeof timestamp !== 'number') return null;
  if (typeof token !== 'string' || token.length > 100 || typeof given !== 'string') return null;
  const right = createHmac('sha256', key).update(`${timestamp}${token}`).digest();
  const claimed = Buffer.from(given, 'hex');
  if (claimed.length !== right.length || !timingSafeEqual(claimed, right)) return null;
  const age = Math.abs(now.getTime() - Number(timestamp) * 1_000);
  if (!(age <= MOST_AGE_MS)) return null;
  const data = record(record(body)['event-data']);
  const headers = record(record(data['message'])['headers']);
  const status = record(data['delivery-status']);
  return {
    token,
    kind: kindOf(data),
    mailId: /^<?([\w-]{1,64})@/.exec(text(headers['message-id']))?.[1] ?? null,
    recipient: text(data['recipient']),
    reason:
      (text(status['message']) || text(status['description']) || text(data['reason'])).slice(0, 300) || null,
  };
}

function kindOf(data: Record<string, unknown>): ProviderEvent['kind'] {
  if (data['event'] === 'delivered') return 'DELIVERED';
  if (data['event'] === 'complained') return 'COMPLAINED';
  return data['event'] === 'failed' && data['severity'] === 'permanent' ? 'BOUNCED' : 'OTHER';
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** One line, no control characters: it is shown to a coach and kept in a row. */
function text(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ').trim() : '';
}
