import { Account, lockAccount, mayLogIn, Me, usernameKey } from '../accounts/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { checkText } from '../../platform/graphql/text-input.ts';
import { TooManyAttempts, type InvalidInput } from '../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../request-context.ts';
import { countTry, forgiveTry } from './count-try.ts';
import { failedLoginQueue } from './record-failed-login.ts';
import { AccountInactive, InvalidCredentials, LoggedIn } from './login.types.ts';
import { openSession, tellBrowser } from './open-session.ts';
import { verifyOrShed } from './verify-or-shed.ts';

const WRONG_CREDENTIALS =
  'Username or password is wrong. The username is the one you were given or chose; it is not your email address.';

// Long enough for any real one; cut off before anything is hashed.
export const TYPED_MAX = { username: 256, password: 1_024 };

type Outcome = LoggedIn | InvalidCredentials | AccountInactive | TooManyAttempts | InvalidInput;

/** Username and password. Every path does the same work: two or three counts, one look-up, one hash. */
export async function logIn(
  context: RequestContext,
  { username, password }: { username: string; password: string },
): Promise<Outcome> {
  const invalid = checkText(
    { field: 'username', text: username, max: TYPED_MAX.username },
    { field: 'password', text: password, max: TYPED_MAX.password, mayBeEmpty: true },
  );
  if (invalid) return invalid;
  const { em, limits } = context;
  const key = usernameKey(username);
  const tooMany = (await countTry(context, 'password', key)) ?? (await countForName(context, key));
  if (tooMany) return tooMany;
  const account = await em.findOne(
    Account,
    { usernameKey: key },
    { populate: ['practice', 'coach'], strategy: 'joined' },
  );
  const right = await verifyOrShed(context, account?.passwordHash, password);
  if (right instanceof TooManyAttempts) {
    await limits.giveBack('wrongPasswordsPerName', key);
    return right;
  }
  if (!account || !right) {
    await reportFailure(context, key);
    return new InvalidCredentials(WRONG_CREDENTIALS);
  }
  await forgiveTry(context, 'password', key);
  await limits.giveBack('wrongPasswordsPerName', key);
  if (!mayLogIn(account)) return new AccountInactive(coachName(account), account.practice.supportEmail);
  const opened = await openProven(context, account, password);
  if (!opened) return new InvalidCredentials(WRONG_CREDENTIALS);
  return new LoggedIn(new Me(await tellBrowser(context, opened), context.clock.now()));
}

/**
 * The session of a password that was right a moment ago; null if the password or the access changed since, so that
 * neither an old password nor a hash of it outlives the change.
 */
async function openProven(context: RequestContext, { id, role, passwordHash }: Account, password: string) {
  const { passwords } = context;
  const outdated = passwordHash !== null && passwordHash !== undefined && passwords.isOutdated(passwordHash);
  // Renewing can wait for a quieter moment.
  const renewed = outdated ? await passwords.hash(password).catch(() => null) : null;
  return inTransaction(context, async (inside) => {
    const now = await lockAccount(inside.em, id);
    if (!now?.mayLogIn || now.passwordHash !== passwordHash) return null;
    if (renewed) await inside.em.nativeUpdate(Account, { id }, { passwordHash: renewed });
    return openSession(inside, { accountId: id, role, method: 'PASSWORD', mayReplacePassword: false });
  });
}

/** Over all sources together; once it is reached, only browsers this account has logged in with get through. */
async function countForName(context: RequestContext, key: string): Promise<TooManyAttempts | null> {
  const retryAt = await context.limits.take('wrongPasswordsPerName', key);
  if (!retryAt) return null;
  const known = await context.em.execute<unknown[]>(
    `select 1 from known_browser b join account a on a.id = b.account_id where a.username_key = ? and b.browser_hash = ?`,
    [key, context.browserHash ?? ''],
  );
  return known.length > 0 ? null : new TooManyAttempts(retryAt);
}

/** Told to the diary by the worker, so that a hit writes nothing here that a miss does not. */
async function reportFailure(
  { em, clock, jobs, device, browserHash }: RequestContext,
  key: string,
): Promise<void> {
  await jobs.enqueue(em, failedLoginQueue, {
    usernameKey: key,
    at: clock.now().toISOString(),
    device,
    browserHash,
  });
}

function coachName({ coach, practice }: Account): string {
  return coach ? `${coach.firstName} ${coach.lastName}`.trim() : practice.name;
}
