import { faultOfFailure, faultOfRejection, type MailFault } from './mail-fault.ts';
import { MAIL_VARIABLE } from './mailgun.ts';
import { provenToken } from './mailgun-signature.ts';

/** What the provider tells of one mail, once its signature is proven. */
export interface ProviderEvent {
  /** Different for each event: a second one is a replay. */
  token: string;
  kind: 'DELIVERED' | 'BOUNCED' | 'REJECTED' | 'COMPLAINED' | 'OTHER';
  /** Of a mail that came back or was rejected: what it is about. */
  fault: MailFault | null;
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
 * Reads a webhook of Mailgun's; null unless it is signed with a key of ours and at most a day old. Nothing of it is looked at
 * before the signature is proven.
 */
export function readMailgunEvent(body: unknown, keys: readonly string[], now: Date): ProviderEvent | null {
  const { timestamp, token: told, signature } = record(record(body)['signature']);
  const token = provenToken({ timestamp, token: told, signature }, keys, now);
  if (token === null) return null;
  const data = record(record(body)['event-data']);
  const headers = record(record(data['message'])['headers']);
  const kind = kindOf(data);
  const words = wordsOf(data);
  const fault = faultOf(kind, data, words);
  return {
    token,
    kind,
    fault,
    mark: markOf(kind, fault, data['reason'] === 'suppress-complaint'),
    at: timeOf(data['timestamp']) ?? timeOf(timestamp) ?? now,
    mailId:
      /^<?([\w-]{1,64})@/.exec(text(headers['message-id']))?.[1] ??
      (text(record(data['user-variables'])[MAIL_VARIABLE]) || null),
    recipient: text(data['recipient']),
    reason: words.slice(0, 300).toWellFormed() || null,
  };
}

// Of the year 9999.
const LATEST_S = 253_000_000_000;

/** Only the token and its time are signed: what the rest says may be no time at all. */
function timeOf(seconds: unknown): Date | null {
  const whole = Math.floor(Number(seconds ?? NaN));
  return whole >= 0 && whole < LATEST_S ? new Date(whole * 1_000) : null;
}

/** Those of the reader's mail server, or of Mailgun where it turned the mail away itself. */
function wordsOf(data: Record<string, unknown>): string {
  const status = record(data['delivery-status']);
  const reject = record(data['reject']);
  const rejected = [text(reject['reason']), text(reject['description'])].filter(Boolean).join(': ');
  return text(status['message']) || text(status['description']) || rejected || text(data['reason']);
}

function faultOf(
  kind: ProviderEvent['kind'],
  data: Record<string, unknown>,
  words: string,
): MailFault | null {
  if (kind === 'REJECTED') return faultOfRejection(words);
  if (kind !== 'BOUNCED') return null;
  const status = record(data['delivery-status']);
  const code = Number(status['code'] ?? 0) || 0;
  const enhanced = text(status['enhanced-code']) || (/\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? '');
  return faultOfFailure({ reason: text(data['reason']), code, enhanced, words });
}

function markOf(kind: ProviderEvent['kind'], fault: MailFault | null, isOldComplaint: boolean) {
  if (isOldComplaint && kind === 'BOUNCED') return 'COMPLAINED';
  if (kind === 'DELIVERED' || kind === 'COMPLAINED') return kind;
  return kind === 'BOUNCED' && fault === 'ADDRESS' ? 'BOUNCED' : null;
}

function kindOf(data: Record<string, unknown>): ProviderEvent['kind'] {
  if (data['event'] === 'rejected') return 'REJECTED';
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
