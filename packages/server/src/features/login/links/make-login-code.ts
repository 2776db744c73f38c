import { later } from '../../../platform/clock.ts';
import { randomCode } from '../../../platform/random-token.ts';
import type { Mechanisms } from '../../../request-context.ts';

export interface MadeCode {
  /** As it is shown: two groups of four. */
  code: string;
  expiresAt: Date;
  /** Makes it live. Called once its letter has gone. */
  keep(): Promise<void>;
}

const KEEP = `
  with older as (
    delete from login_code where account_id = ? and asked_by <> ? and ? = 'OWNER')
  insert into login_code (account_id, asked_by, code_hash, credentials_version, created_at, expires_at)
  values (?, ?, ?, ?, ?, ?)
  on conflict (account_id, asked_by) do update set code_hash = excluded.code_hash, created_at = excluded.created_at,
    credentials_version = excluded.credentials_version, expires_at = excluded.expires_at`;

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
  const now = clock.now();
  const expiresAt = later(now, settings.loginCodeLifeMs);
  const codeHash = sealing.mark(code, aboutCodeOf(accountId));
  const older = [accountId, askedBy, askedBy];
  const values = [...older, accountId, askedBy, codeHash, credentialsVersion, now, expiresAt];
  return {
    code: `${code.slice(0, 4)}-${code.slice(4)}`,
    expiresAt,
    keep: async () => void (await em.execute(KEEP, values, 'run')),
  };
}
