import {
  Account,
  endFreshStart,
  lockAccount,
  TYPED_MAX,
  usernameKey,
  type SecondStepNeeded,
} from '../../accounts/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { TooManyAttempts, type InvalidInput } from '../../../platform/graphql/user-errors.types.ts';
import type { Reading } from '../../../platform/rate-limits/rate-limits.ts';
import type { RequestContext } from '../../../request-context.ts';
import {
  countTryAndRead,
  forgive,
  isKnownByName,
  AccountInactive,
  InvalidCredentials,
  type LoggedIn,
} from '../sessions/index.ts';
import { reportFailedLogin } from './record-failed-login.ts';
import { openSessionOrAskSecondStep, answerLogin } from '../second-step/index.ts';
import { verifyOrShed } from './verify-or-shed.ts';
import { say } from '../../../platform/language/say.ts';

const WRONG_CREDENTIALS = () => say().login.usernameOrPasswordIsWrongTheUsername;

/** One row whether there is such an account or not, and no more of it than is compared: the time must not tell. */
const LOOK_UP = `
  select a.id, a.password_hash from (select 1) as always left join account a on a.username_key = ?`;

type Found = { id: string | null; password_hash: string | null };
type Proven = { id: string; hash: string; password: string; forgives: Reading };

type Outcome =
  LoggedIn | SecondStepNeeded | InvalidCredentials | AccountInactive | TooManyAttempts | InvalidInput;

/** Username and password. Every path does the same work: the counts and the look-up, one hash. */
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
  const perName = { limit: 'wrongPasswordsPerName', key } as const;
  const reading = { sql: LOOK_UP, values: [key] };
  const counted = await countTryAndRead<Found>(context, { kind: 'password', text: key }, perName, reading);
  const { tooMany, tooManyOfAll, seen: found, forgives } = counted;
  if (tooMany) return tooMany;
  // Over all sources together; once it is reached, only browsers this account has logged in with get through.
  if (tooManyOfAll && !(await isKnownByName(em, key, context.browserHash))) return tooManyOfAll;
  const right = await verifyOrShed(context, found.password_hash, password);
  if (right instanceof TooManyAttempts) {
    await limits.giveBack('wrongPasswordsPerName', key);
    return right;
  }
  if (!found.id || !found.password_hash || !right) {
    await reportFailedLogin(context, found.id);
    return new InvalidCredentials(WRONG_CREDENTIALS());
  }
  const opened = await openProven(context, { id: found.id, hash: found.password_hash, password, forgives });
  if (opened === 'INACTIVE') return inactive(context, found.id);
  return opened ? answerLogin(context, opened) : new InvalidCredentials(WRONG_CREDENTIALS());
}

/**
 * The session, or the question for a second step, of a password that was right a moment ago; null if the password or
 * the access changed since, so that neither an old password nor a hash of it outlives the change. A fresh start that
 * waits ends, whether or not its owner gets in.
 */
async function openProven(context: RequestContext, { id, hash, password, forgives }: Proven) {
  const { passwords } = context;
  // Renewing can wait for a quieter moment.
  const renewed = passwords.isOutdated(hash) ? await passwords.hash(password).catch(() => null) : null;
  return inTransaction(context, async (inside) => {
    const now = await lockAccount(inside.em, id);
    if (!now || now.passwordHash !== hash) return null;
    if (now.freshStartWaits) await endFreshStart(inside, id);
    if (now.access.entry === 'NO') {
      await forgive(inside, forgives);
      return 'INACTIVE';
    }
    if (renewed) await inside.em.nativeUpdate(Account, { id }, { passwordHash: renewed });
    return openSessionOrAskSecondStep(inside, {
      accountId: id,
      account: { ...now, freshStartWaits: false },
      method: 'PASSWORD',
      mayReplacePassword: false,
      forgives,
    });
  });
}

async function inactive({ em, siteName }: RequestContext, id: string): Promise<Outcome> {
  const account = await em.findOne(Account, { id }, { populate: ['practice', 'coach'] });
  return account ? AccountInactive.of(account, siteName) : new InvalidCredentials(WRONG_CREDENTIALS());
}
