import type { InboundMail } from '../../../platform/mail/mailgun-inbound.ts';

/** What the provider takes for spam or for forged. */
export function isSuspicious(headers: InboundMail['headers']): boolean {
  if (/^\s*yes/i.test(headers.get('x-mailgun-sflag') ?? '')) return true;
  return /fail/i.test(headers.get('x-mailgun-spf') ?? '');
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

function isAligned(one: string, other: string): boolean {
  return one !== '' && (one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`));
}

/**
 * Whether the address in From may be forged: the provider checked, and neither SPF nor DKIM speaks for that address's own
 * domain (RFC 7489 §3.1); or it is spam.
 */
export function isDoubtful({
  headers,
  from,
  sender,
}: Pick<InboundMail, 'headers' | 'from' | 'sender'>): boolean {
  if (/^\s*yes/i.test(headers.get('x-mailgun-sflag') ?? '')) return true;
  const [spf, dkim] = [headers.get('x-mailgun-spf'), headers.get('x-mailgun-dkim-check-result')];
  if (spf === undefined && dkim === undefined) return false;
  const domain = domainOf(from);
  const signer = /\bd=([^;\s]{1,253})/.exec(headers.get('dkim-signature') ?? '')?.[1]?.toLowerCase();
  if (/^\s*pass/i.test(dkim ?? '') && (signer === undefined || isAligned(signer, domain))) return false;
  return /fail/i.test(spf ?? '') || !isAligned(domainOf(sender), domain);
}
