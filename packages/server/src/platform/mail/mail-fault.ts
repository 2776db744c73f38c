/** What a failed mail is about: only the first says anything of the address. */
export type MailFault = 'ADDRESS' | 'CONTENT' | 'REPUTATION' | 'ACCOUNT' | 'SERVER';

interface Told {
  /** Of Mailgun's own: bounce, generic, suppress-bounce, espblock, old … */
  reason: string;
  /** Of SMTP (550) or Mailgun's own (605). */
  code: number;
  /** RFC 3463: 5.1.1; '' where there is none. */
  enhanced: string;
  /** What the reader's mail server said. */
  words: string;
}

const BY_REASON: Record<string, MailFault> = {
  'suppress-bounce': 'ADDRESS',
  'suppress-complaint': 'ADDRESS',
  // Mailgun's list of who unsubscribed, which its owner keeps: we offer no such link.
  'suppress-unsubscribe': 'ACCOUNT',
  hardfail: 'ADDRESS',
  espblock: 'REPUTATION',
  old: 'SERVER',
  greylisted: 'SERVER',
};

const CONTENT = /\b(spam|content|virus|malware|phish\w*|attachment|too (large|big)|size)\b/i;
const REPUTATION =
  /\b(block(ed|list\w*)?|black ?list\w*|reputation|spamhaus|\w*rbl|dnsbl|barracuda|policy|dmarc|spf|dkim|unauthenticated|rate limit\w*)\b/i;

/** By the reason that Mailgun gives, else by the enhanced status (RFC 3463), else by the words; a bare 5xx means the address. */
export function faultOfFailure({ reason, code, enhanced, words }: Told): MailFault {
  const named = BY_REASON[reason];
  if (named) return named;
  const [, subject, detail] = /^[45]\.(\d{1,3})\.(\d{1,3})$/.exec(enhanced) ?? [];
  if (subject === '6' || (subject === '2' && detail === '3') || (subject === '3' && detail === '4'))
    return 'CONTENT';
  if (subject === '1' || subject === '2')
    return /^[78]$/.test(detail ?? '') && subject === '1' ? 'REPUTATION' : 'ADDRESS';
  if (subject === '7') return CONTENT.test(words) ? 'CONTENT' : 'REPUTATION';
  if (subject === '4' && detail !== '4') return 'SERVER';
  // Nobody answered for the domain: 498 no MX, 499 and below 400 no connection.
  if (code === 498) return 'ADDRESS';
  if (code > 0 && code < 500) return 'SERVER';
  if (REPUTATION.test(words)) return 'REPUTATION';
  return CONTENT.test(words) ? 'CONTENT' : 'ADDRESS';
}

/** Of a mail that Mailgun took and then turned away itself: for what it says, or for who sends it. */
export function faultOfRejection(words: string): MailFault {
  return CONTENT.test(words) ? 'CONTENT' : 'ACCOUNT';
}
