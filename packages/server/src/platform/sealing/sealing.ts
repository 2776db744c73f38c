import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { randomToken } from '../random-token.ts';

/** Keeps a secret that has to be read again, so that the database alone does not give it away. */
export interface Sealing {
  /** `about` is part of the seal: what was sealed for one thing does not open for another. */
  seal(secret: string, about: string): string;
  /** Null when the key is another one, or the text was changed. */
  open(sealed: string, about: string): string | null;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM (NIST SP 800-38D) under a key from the environment, which no copy of the database holds. Where none is
 * set the database's own key serves: that keeps the secret out of sight, and no more. Each sealed text says which of
 * the two it needs, so that a key set later leaves what is there readable.
 */
export function createSealing(keys: { environment: string | undefined; database: string }): Sealing {
  const derived: Record<string, Buffer | undefined> = {
    e: keys.environment === undefined ? undefined : derive(keys.environment),
    d: derive(keys.database),
  };
  const which = derived['e'] ? 'e' : 'd';
  return {
    seal(secret, about) {
      const nonce = Buffer.from(randomToken(NONCE_BYTES), 'base64url');
      const cipher = createCipheriv('aes-256-gcm', derived[which] as Buffer, nonce);
      cipher.setAAD(Buffer.from(about));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `${which}.${Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64url')}`;
    },
    open(sealed, about) {
      const key = derived[sealed.slice(0, 1)];
      const bytes = Buffer.from(sealed.slice(2), 'base64url');
      if (!key || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAAD(Buffer.from(about));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

function derive(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'latchstring sealing', 32));
}
