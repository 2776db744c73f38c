import argon2, { type HashOptions } from 'argon2';
import pLimit from 'p-limit';

const MAX_WAITING = 64;

/** What one hash costs whoever makes it, and whoever guesses. */
export interface HashingCost {
  memoryKiB: number;
  passes: number;
}

/** More people log in at once than this machine can hash for; nothing was decided. */
export class HashingBusy extends Error {}

export interface Passwords {
  hash(secret: string): Promise<string>;
  /**
   * Whether the secret is the one behind this hash. Without a hash the same work is done against a stand-in and the
   * answer is no, so that nobody learns from the time whether there was one.
   */
  verify(hash: string | null | undefined, secret: string): Promise<boolean>;
  /** The hash was made with weaker parameters than today's. */
  isOutdated(hash: string): boolean;
  /** How many hashes are being made, and how many wait for their turn. */
  queue(): { running: number; waiting: number };
}

/**
 * argon2id with at most `inFlight` hashes at once and a bounded queue behind them. A permit is given back when the
 * hash is done, not when the caller has gone.
 */
export async function createPasswords(inFlight: number, cost: HashingCost): Promise<Passwords> {
  const limit = pLimit(inFlight);
  const parameters: HashOptions = {
    type: argon2.argon2id,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: 1,
  };
  const standIn = await argon2.hash('nobody has this password', parameters);
  const run = <T>(work: () => Promise<T>): Promise<T> => {
    if (limit.pendingCount >= MAX_WAITING) return Promise.reject(new HashingBusy());
    return limit(work);
  };
  return {
    hash: (secret) => run(() => argon2.hash(normalise(secret), parameters)),
    async verify(hash, secret) {
      const right = await run(() => argon2.verify(hash ?? standIn, normalise(secret)));
      return right && hash != null;
    },
    isOutdated: (hash) => argon2.needsRehash(hash, parameters),
    queue: () => ({ running: limit.activeCount, waiting: limit.pendingCount }),
  };
}

/** NFC and nothing else: an é is an é on every keyboard, and spaces are part of a password (NIST SP 800-63B-4 3.1.1.2). */
function normalise(secret: string): string {
  return secret.normalize('NFC');
}
