import { provenToken } from './mailgun-signature.ts';

/** What the provider tells of one mail, once its signature is proven. */
export interface ProviderEvent {
  /** Different for each event: a second one is a replay. */
  token: string;
  kind: 'DELIVERED' | 'BOUNCED' | 'COMPLAINED' | 'OTHER';
  /** What it tells of the address; null: nothing. */
  mark: 'DELIVERED' | 'BOUNCED' | 'COMPLAINED' | null;
  /** When it happened, to the second. */
  at: Date;
  /** Of our Message-ID, the part before the @; null where there is none. */
  mailId: string | null;
  recipient: string;
  /** In the provider's words. */
  reason: string | null;
}

/**
 * Reads a webhook of Mailgun's; null unless it is signed with our key and at most a day old. Nothing of it is looked at
 * before the signature is proven.
 */
export function readMailgunEvent(body: unknown, key: string, now: Date): ProviderEvent | null {
  const { timestamp, token: told, signature } = record(record(body)['signature']);
  const token = provenToken({ timestamp, token: told, signature }, key, now);
  if (token === null) return null;
  const data = record(record(body)['event-data']);
  const headers = record(record(data['message'])['headers']);
  const status = record(data['delivery-status']);
  const kind = kindOf(data);
  const isOldComplaint = kind === 'BOUNCED' && data['reason'] === 'suppress-complaint';
  return {
    token,
    kind,
    mark: isOldComplaint ? 'COMPLAINED' : kind === 'OTHER' ? null : kind,
    at: timeOf(data['timestamp']) ?? timeOf(timestamp) ?? now,
    mailId: /^<?([\w-]{1,64})@/.exec(text(headers['message-id']))?.[1] ?? null,
    recipient: text(data['recipient']),
    reason:
      (text(status['message']) || text(status['description']) || text(data['reason']))
        .slice(0, 300)
        .toWellFormed() || null,
  };
}

// Of the year 9999.
const LATEST_S = 253_000_000_000;

/** Only the token and its time are signed: what the rest says may be no time at all. */
function timeOf(seconds: unknown): Date | null {
  const whole = Math.floor(Number(seconds ?? NaN));
  return whole >= 0 && whole < LATEST_S ? new Date(whole * 1_000) : null;
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
