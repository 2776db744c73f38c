import { Secret, TOTP } from 'otpauth';
import { randomToken } from '../random-token.ts';

// RFC 6238 with the values that every authenticator app understands: SHA-1, 6 digits, 30 seconds.
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
// RFC 4226 4 R6 recommends 160 bits.
const SECRET_BYTES = 20;
// One step to either side: clocks differ, and people type slowly (RFC 6238 5.2).
const WINDOW = 1;

/** A fresh secret, in base32, as authenticator apps take it. */
export function newTotpSecret(): string {
  return new Secret({ buffer: new Uint8Array(Buffer.from(randomToken(SECRET_BYTES), 'base64url')).buffer })
    .base32;
}

/** What a QR code holds, so that an app knows the secret and what to call it. */
export function totpUri(owner: { siteName: string; username: string; secret: string }): string {
  const { siteName, username, secret } = owner;
  return new TOTP({ issuer: siteName, label: username, secret, ...SHAPE }).toString();
}

/** The time step that this code is of, counted from 1970; null when it is of none around now. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = TOTP.validate({
    token: code,
    secret: Secret.fromBase32(secret),
    timestamp,
    window: WINDOW,
    ...SHAPE,
  });
  return delta === null ? null : TOTP.counter({ period: SHAPE.period, timestamp }) + delta;
}
