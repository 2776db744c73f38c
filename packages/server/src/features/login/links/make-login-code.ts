import { later } from '../../../platform/clock.ts';
import { randomCode } from '../../../platform/random-token.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { storeCode } from './code-store.ts';

export interface MadeCode {
  /** As it is shown: two groups of four. */
  code: string;
  expiresAt: Date;
  /** Makes it live. Called once its letter has gone. */
  makeLive(): Promise<void>;
}

/** What a code is hashed with besides the key: it is good for this, and for one account. */
export const aboutCodeOf = (accountId: string) => `login code of ${accountId}`;

interface Request {
  accountId: string;
  credentialsVersion: number;
  /** OWNER: from a browser known to the account. */
  askedBy: 'OWNER' | 'ANYONE';
}

/**
 * Makes the short code that stands beside a link. It works from when it is kept, and then it is the newest and the only
 * one; but what a stranger asks for does not replace what the owner did.
 */
export function makeLoginCode(
  { em, clock, settings, sealing }: Pick<Mechanisms, 'em' | 'clock' | 'settings' | 'sealing'>,
  { accountId, credentialsVersion, askedBy }: Request,
): MadeCode {
  const code = randomCode();
  const createdAt = clock.now();
  const expiresAt = later(createdAt, settings.loginCodeLifeMs);
  const codeHash = sealing.keyedHash(code, aboutCodeOf(accountId));
  return {
    code: `${code.slice(0, 4)}-${code.slice(4)}`,
    expiresAt,
    makeLive: () =>
      storeCode({ em }, { accountId, askedBy, codeHash, credentialsVersion, createdAt, expiresAt }),
  };
}
