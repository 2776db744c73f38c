import { createHash, createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto';

/** The product's only source of randomness and of the hashes that stand for secrets at rest. */

/** An identifier, not a secret. */
export function newId(): string {
  return randomUUID();
}

let lastMs = 0;
let sameMs = 0;

/** An identifier that sorts by time, and within one millisecond by the order of the calls (RFC 9562, version 7). */
export function newOrderedId(now: Date): string {
  const ms = now.getTime();
  sameMs = ms === lastMs ? Math.min(sameMs + 1, 0xfff) : 0;
  lastMs = ms;
  const time = ms.toString(16).padStart(12, '0');
  const order = `7${sameMs.toString(16).padStart(3, '0')}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${order}-${randomUUID().slice(19)}`;
}

/** A secret of `bytes` random bytes in base64url: 16 give 22 characters, 32 give 43. */
export function randomToken(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** A secret of `bytes` random bytes, for places that do not tell capital letters from small ones. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

/** What is kept of a token at rest: SHA-256, enough for secrets of 112 bits and more (ASVS 6.5.2). */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** A keyed fingerprint of text that people typed, so that the text itself is not kept. */
export function fingerprint(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

/** A uniformly chosen element of a list that isn't empty. */
export function randomElement<T>(list: readonly T[]): T {
  return list[randomInt(list.length)] as T;
}

/** A uniformly chosen whole number in [min, max). */
export function randomNumber(min: number, max: number): number {
  return randomInt(min, max);
}

// Crockford's base32: no I, L, O or U, so that a code survives being read aloud.
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

/** A login code: 8 characters of Crockford's base32, 40 bits. Other lengths for other codes. */
export function randomCode(length = CODE_LENGTH): string {
  return Array.from({ length }, () => CROCKFORD[randomInt(CROCKFORD.length)]).join('');
}

/** The code as it is compared: upper case, separators dropped, look-alikes read as the standard says. */
export function normaliseCode(typed: string, length = CODE_LENGTH): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === length && [...code].every((c) => CROCKFORD.includes(c)) ? code : null;
}
