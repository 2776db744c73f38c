import { accountLabel, Me, recordAccessEvent } from '../accounts/index.ts';
import { InvalidCredentials, LoggedIn, openSession, tellBrowser, TYPED_MAX } from '../login/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { checkText } from '../../platform/graphql/text-input.ts';
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-errors.types.ts';
import { hashToken } from '../../platform/random-token.ts';
import type { RequestContext } from '../../request-context.ts';
import { endLinks } from './end-links.ts';
import { findLoginLink, isCoachOfPractice, problemOf, type FoundLink } from './find-login-link.ts';
import { LoginLink } from './login-link.entity.ts';
import { LoginLinkUnusable, PasswordNeeded } from './login-links.types.ts';
import { readToken } from './read-token.ts';
import { redeemAgain } from './redeem-again.ts';
import { reportOpenedByCoach } from './report-opened-by-coach.ts';

type Outcome =
  LoggedIn | LoginLinkUnusable | PasswordNeeded | InvalidCredentials | TooManyAttempts | InvalidInput;

/** Thrown inside the transaction, so that whatever was written in it is undone. */
class LostTheRace extends Error {}

/** Logs in by link, once. The browser that just used it lands logged in again instead of in an error. */
export async function redeemLoginLink(
  context: RequestContext,
  { token: typed, password }: { token: string; password: string | null },
): Promise<Outcome> {
  const token = readToken(typed);
  if (token instanceof InvalidInput) return token;
  const invalid =
    password === null
      ? null
      : checkText({ field: 'password', text: password, max: TYPED_MAX.password, mayBeEmpty: true });
  if (invalid) return invalid;
  const link = await findLoginLink(context, token);
  const problem = problemOf(link, context.clock.now());
  if (problem === 'USED' && link) {
    const again = await redeemAgain(context, link);
    if (again) return again;
  }
  if (!link || problem) return new LoginLinkUnusable(problem ?? 'EXPIRED');
  if (isCoachOfPractice(context.viewer, link.account)) {
    await reportOpenedByCoach(context, link);
    return new LoginLinkUnusable('COACH_LOGGED_IN');
  }
  return (await askPassword(context, link, password)) ?? (await spend(context, link, token));
}

/** PASSWORD_TOO: without the right password nothing is spent; with no password set it counts as ALLOWED. */
async function askPassword(
  { limits, passwords }: RequestContext,
  { account }: FoundLink,
  password: string | null,
): Promise<PasswordNeeded | InvalidCredentials | TooManyAttempts | null> {
  if (account.loginLinkPolicy !== 'PASSWORD_TOO' || account.passwordHash === null) return null;
  if (password === null) return new PasswordNeeded(accountLabel(account, account.practice.name));
  const retryAt = await limits.take('wrongPasswordsPerAccount', account.id);
  if (retryAt) return new TooManyAttempts(retryAt);
  if (!(await passwords.verify(account.passwordHash, password)))
    return new InvalidCredentials('The password is wrong.');
  await limits.giveBack('wrongPasswordsPerAccount', account.id);
  return null;
}

/** One conditional UPDATE decides who of many wins; the rest of the same transaction can still undo it. */
async function spend(
  context: RequestContext,
  link: FoundLink,
  token: string,
): Promise<LoggedIn | LoginLinkUnusable> {
  const { clock } = context;
  const { account } = link;
  try {
    const opened = await inTransaction(context, async (inside) => {
      const session = await openLinkSession(inside, token, account.role);
      if (!session) throw new LostTheRace();
      return session;
    });
    return new LoggedIn(new Me(await tellBrowser(context, opened), clock.now()));
  } catch (error) {
    if (!(error instanceof LostTheRace)) throw error;
    return new LoginLinkUnusable(problemOf(await findLoginLink(context, token), clock.now()) ?? 'EXPIRED');
  }
}

const SPEND = `
  update login_link l
     set used_at = ?, used_by_browser_hash = ?
    from account a
   where l.token_hash = ? and l.purpose = 'LOGIN' and l.used_at is null and l.revoked_at is null and l.expires_at > ?
     and a.id = l.account_id and a.credentials_version = l.credentials_version and a.login_link_policy <> 'NEVER'
     and (a.status = 'ACTIVE' or a.may_log_in_while_inactive)
  returning l.id, l.account_id, l.credentials_version`;

async function openLinkSession(context: RequestContext, token: string, role: 'COACH' | 'CLIENT') {
  const { em, clock, browserHash, device } = context;
  const now = clock.now();
  const values = [now, browserHash, hashToken(token), now];
  const rows = await em.execute<{ id: string; account_id: string; credentials_version: number }[]>(
    SPEND,
    values,
  );
  const spent = rows[0];
  // Two links of one account at the same instant: the one that moves the version first kills the other.
  if (!spent || !(await endLinks(em, spent.account_id, spent.credentials_version))) return null;
  const login = {
    accountId: spent.account_id,
    role,
    method: 'LOGIN_LINK',
    mayReplacePassword: true,
  } as const;
  const used = {
    accountId: spent.account_id,
    kind: 'LOGIN_LINK_USED',
    actor: 'OWNER',
    device,
    browserHash,
  } as const;
  await recordAccessEvent(em, clock, used);
  const opened = await openSession(context, login);
  const browser = opened.browserToken ? hashToken(opened.browserToken) : browserHash;
  await em.nativeUpdate(
    LoginLink,
    { id: spent.id },
    { usedBySessionId: opened.id, usedByBrowserHash: browser },
  );
  return opened;
}
