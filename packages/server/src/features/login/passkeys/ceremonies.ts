import { hashToken, newId, randomToken } from '../../../platform/random-token.ts';
import { later } from '../../../platform/clock.ts';
import type { RequestContext } from '../../../request-context.ts';
import { PasskeyCeremony } from './passkey-ceremony.entity.ts';
import { say } from '../../../platform/language/say.ts';

/** Code points: as much as a browser's answer ever is, and room to spare. */
export const PASSKEY_ANSWER_MAX = 16_384;
export const CHALLENGE_MAX = 64;
export const RUN_OUT = () => say().login.thisTookTooLongOrWasBegun;

const TOKEN_BYTES = 32;

type Whose = { purpose: 'LOGIN' } | { purpose: 'ADD'; accountId: string; sessionId: string };

/** Begins a ceremony: a challenge of 256 bits for this browser alone, which gets its cookie here if it had none. */
export async function beginCeremony(
  { em, clock, settings, cookies, browserHash }: RequestContext,
  whose: Whose,
): Promise<{ challenge: string; expiresAt: Date }> {
  const challenge = randomToken(TOKEN_BYTES);
  const expiresAt = later(clock.now(), settings.passkeyCeremonyMs);
  const browserToken = browserHash === null ? randomToken(TOKEN_BYTES) : null;
  await em.insert(PasskeyCeremony, {
    id: newId(),
    challengeHash: hashToken(challenge),
    purpose: whose.purpose,
    account: whose.purpose === 'ADD' ? whose.accountId : null,
    sessionId: whose.purpose === 'ADD' ? whose.sessionId : null,
    browserHash: browserToken ? hashToken(browserToken) : (browserHash ?? ''),
    expiresAt,
  });
  if (browserToken) cookies.setBrowser(browserToken);
  return { challenge, expiresAt };
}

interface Row {
  account_id: string | null;
  session_id: string | null;
}

const TAKE = `
  delete from passkey_ceremony where challenge_hash = ? and purpose = ? and browser_hash = ? and expires_at > ?
  returning account_id, session_id`;

/** Uses a challenge up, whatever then comes of it. Null: used, run out, of another browser, or never given. */
export async function takeCeremony(
  { em, clock, browserHash }: RequestContext,
  { challenge, purpose }: { challenge: string; purpose: Whose['purpose'] },
): Promise<{ accountId: string | null; sessionId: string | null } | null> {
  if (browserHash === null) return null;
  const values = [hashToken(challenge), purpose, browserHash, clock.now()];
  const row = (await em.execute<Row[]>(TAKE, values))[0];
  return row ? { accountId: row.account_id, sessionId: row.session_id } : null;
}
