import {
  accessOfRow,
  lockAccount,
  recordAccessEvent,
  usernameKey,
  TYPED_MAX,
  type SecondStepNeeded,
} from '../../accounts/index.ts';
import { countTry, forgivingTry, isKnownByName, type LoggedIn } from '../sessions/index.ts';
import { openSessionOrAskSecondStep, answerLogin } from '../second-step/index.ts';
import { reportFailedLogin } from '../password/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { TooManyAttempts, type InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import { normaliseCode } from '../../../platform/random-token.ts';
import type { Reading } from '../../../platform/rate-limits/rate-limits.ts';
import type { RequestContext } from '../../../request-context.ts';
import { findCodesByUsername, takeCode, type CodeRow } from './code-store.ts';
import { endLinks } from './end-links.ts';
import { isCoachOfPractice } from './find-login-link.ts';
import { aboutCodeOf } from './make-login-code.ts';
import { LoginLinkUnusable } from './login-links.types.ts';
import { reportCodeOfCoach } from './report-opened-by-coach.ts';
import { say } from '../../../platform/language/say.ts';

const CODE_TYPED_MAX = 64;

/**
 * Logs in by the short code of a login-helper letter. Five wrong tries for each name in ten minutes, over all codes
 * and sources, counted before any look-up; links are not touched by that. A browser known to the account has five of its
 * own, which no stranger can use up.
 */
export async function redeemLoginCode(
  context: RequestContext,
  { username, code: typed }: { username: string; code: string },
): Promise<LoggedIn | SecondStepNeeded | LoginLinkUnusable | TooManyAttempts | InvalidInput> {
  const code = normaliseCode(typed.slice(0, CODE_TYPED_MAX));
  const invalid = checkText(
    { field: 'username', text: username, max: TYPED_MAX.username },
    { field: 'code', text: typed, max: CODE_TYPED_MAX, fault: () => (code ? null : CODE_SHAPE()) },
  );
  if (invalid) return invalid;
  const { em, clock, limits, browserHash } = context;
  const key = usernameKey(username);
  const tooMany = await countTry(context, 'code', key);
  if (tooMany) return tooMany;
  const own = (await isKnownByName(em, key, browserHash)) ? `${key}\n${browserHash ?? ''}` : key;
  const retryAt = await limits.take('wrongCodesPerName', own);
  if (retryAt) return new TooManyAttempts(retryAt);
  const rows = await findCodesByUsername(context, key);
  const row = rows.find((one) => isRight(context, one, code ?? '') && isLive(one, clock.now()));
  if (!row) {
    // As much work for a name that nobody has.
    if (rows.length === 0) isRight(context, NOBODY, code ?? '');
    await reportFailedLogin(context, rows[0]?.account_id ?? null);
    return LoginLinkUnusable.code(context.settings);
  }
  const { practice_id: practice, role } = row;
  if (isCoachOfPractice(context.viewer, { role, practice: { id: practice } })) {
    await reportCodeOfCoach(context, row.account_id);
    return new LoginLinkUnusable('COACH_LOGGED_IN');
  }
  const counted = { kind: 'code', text: key } as const;
  const forgives = await forgivingTry(context, counted, { limit: 'wrongCodesPerName', key: own });
  const opened = await spendCode(context, row, forgives);
  if (!opened) return LoginLinkUnusable.code(context.settings);
  return answerLogin(context, opened);
}

const NOBODY = { account_id: '', code_hash: null };

function isRight(
  { sealing }: RequestContext,
  row: Pick<CodeRow, 'account_id' | 'code_hash'>,
  code: string,
): boolean {
  return sealing.keyedHashes(code, aboutCodeOf(row.account_id)).some((mark) => mark === row.code_hash);
}

/** The session, or the question for a second step; null where another call was faster. */
function spendCode(context: RequestContext, row: CodeRow, forgives: Reading) {
  return inTransaction(context, async (inside) => {
    const account = await lockAccount(inside.em, row.account_id);
    if (!account?.access.code) return null;
    if (!(await takeCode(inside, row))) return null;
    const { account_id: accountId, credentials_version: version } = row;
    if (!(await endLinks(inside, accountId, { by: 'LOGIN', version }))) return null;
    await recordAccessEvent(inside.em, inside.clock, {
      accountId,
      kind: 'LOGIN_LINK_USED',
      actor: 'OWNER',
      device: context.device,
      browserHash: context.browserHash,
    });
    return openSessionOrAskSecondStep(inside, {
      accountId,
      account,
      method: 'LOGIN_CODE',
      mayReplacePassword: true,
      forgives,
    });
  });
}

const CODE_SHAPE = () => say().loginLinks.aLoginCodeHasEightLetters;

function isLive(row: CodeRow, now: Date): boolean {
  const isInTime = row.expires_at !== null && row.expires_at > now;
  const isCurrent = row.code_version === row.credentials_version;
  return accessOfRow(row).code && isInTime && isCurrent;
}
