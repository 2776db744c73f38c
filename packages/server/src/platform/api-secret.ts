import { crc32 } from 'node:zlib';
import { randomToken } from './random-token.ts';

/**
 * The secret of an API token: `lst_`, 64 hexadecimal digits of 256 random bits, and 8 of their CRC-32. The prefix lets
 * secret scanners find it in code and logs, the checksum lets them be sure without asking; a double click selects it whole.
 */
export function newApiSecret(): string {
  const random = Buffer.from(randomToken(32), 'base64url').toString('hex');
  return `${PREFIX}${random}${checksum(random)}`;
}

const PREFIX = 'lst_';

const BEARER = /^[Bb]earer +lst_([0-9a-f]{64})([0-9a-f]{8})$/;

/** The secret in an Authorization header; null when none of ours can stand in it, which no look-up needs to tell. */
export function apiSecretOf(authorization: string): string | null {
  const [, random, sum] = BEARER.exec(authorization) ?? [];
  return random && sum === checksum(random) ? `${PREFIX}${random}${sum}` : null;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}
