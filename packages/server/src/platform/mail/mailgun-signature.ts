import { createHmac, timingSafeEqual } from 'node:crypto';
import { DAY_MS } from '../clock.ts';

const MOST_AGE_MS = DAY_MS;

/** What Mailgun puts with all that it tells. */
export interface MailgunSignature {
  timestamp: unknown;
  /** Different for each thing told: a second one is a replay. */
  token: unknown;
  signature: unknown;
}

/** The token, if this was signed with a key of ours at most a day ago; else null. */
export function provenToken(
  { timestamp, token, signature }: MailgunSignature,
  keys: readonly string[],
  now: Date,
): string | null {
  if (typeof timestamp !== 'string' && typeof timestamp !== 'number') return null;
  if (typeof token !== 'string' || token === '' || token.length > 100 || typeof signature !== 'string')
    return null;
  const claimed = Buffer.from(signature, 'hex');
  const isOf = (key: string) => {
    const right = createHmac('sha256', key).update(`${timestamp}${token}`).digest();
    return claimed.length === right.length && timingSafeEqual(claimed, right);
  };
  if (!keys.some(isOf)) return null;
  const age = Math.abs(now.getTime() - Number(timestamp) * 1_000);
  return age <= MOST_AGE_MS ? token : null;
}
