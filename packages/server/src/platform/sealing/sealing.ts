import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { fingerprint, randomToken } from '../random-token.ts';

/** Keeps a secret that has to be read again, or known again, so that the database alone does not give it away. */
export interface Sealing {
  /** `about` is part of the seal: what was sealed for one thing does not open for another. */
  seal(secret: string, about: string): string;
  /** Null when the key is another one, or the text was changed. */
  open(sealed: string, about: string): string | null;
  /** What stands at rest for a secret too short for a bare hash: HMAC-SHA-256 under the first key. */
  keyedHash(secret: string, about: string): string;
  /** The same under every key: one that was made before a key was put in front is known still. */
  keyedHashes(secret: string, about: string): string[];
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface Key {
  sealing: Buffer;
  marking: string;
}

/**
 * AES-256-GCM (NIST SP 800-38D) under keys from the environment, which no copy of the database holds: the first seals,
 * all of them open. Where none is set the database's own key serves: that keeps the secret out of sight, and no more.
 * Each sealed text says which of the two it needs, so that a key set later leaves what is there readable.
 */
export function createSealing(keys: { environment: string[]; database: string }): Sealing {
  const environment = keys.environment.map(derive);
  const database = derive(keys.database);
  const all = [...environment, database];
  const first = all[0] as Key;
  const which = environment.length > 0 ? 'e' : 'd';
  const candidates: Record<string, Key[]> = { e: environment, d: [database] };
  return {
    seal(secret, about) {
      const nonce = Buffer.from(randomToken(NONCE_BYTES), 'base64url');
      const cipher = createCipheriv('aes-256-gcm', first.sealing, nonce);
      cipher.setAAD(Buffer.from(about));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `${which}.${Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64url')}`;
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed.slice(2), 'base64url');
      for (const key of candidates[sealed.slice(0, 1)] ?? []) {
        const secret = openWith(key, bytes, about);
        if (secret !== null) return secret;
      }
      return null;
    },
    keyedHash: (secret, about) => markWith(first, secret, about),
    keyedHashes: (secret, about) => all.map((key) => markWith(key, secret, about)),
  };
}

function openWith({ sealing }: Key, bytes: Buffer, about: string): string | null {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

const markWith = ({ marking }: Key, secret: string, about: string) =>
  fingerprint(marking, `${about}\n${secret}`);

function derive(secret: string): Key {
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `latchstring ${use}`, 32));
  return { sealing: derived('sealing'), marking: derived('marking').toString('base64url') };
}
