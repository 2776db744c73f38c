import { UniqueConstraintViolationException } from '@mikro-orm/core';
import {
  Account,
  displayUsername,
  usernameFault,
  usernameKey,
  TYPED_MAX,
  PasswordRejected,
  tryUsername,
  UsernameTaken,
} from '../../accounts/index.ts';
import { LoggedIn } from '../sessions/index.ts';
import { openSessionOrAskSecondStep, answerLogin } from '../second-step/index.ts';
import {
  findLoginLink,
  isCoachOfPractice,
  LoginLinkUnusable,
  problemOf,
  readToken,
  reportOpenedByCoach,
  spendLink,
  type FoundLink,
} from '../links/index.ts';
import { newPasswordFaults } from '../password/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../../request-context.ts';
import { say } from '../../../platform/language/say.ts';

interface Input {
  token: string;
  username: string;
  password: string;
}

type Outcome =
  LoggedIn | LoginLinkUnusable | UsernameTaken | PasswordRejected | TooManyAttempts | InvalidInput;

/** Logs in for the first time and sets username and password together. Refused, it spends nothing. */
export async function acceptInvite(
  context: RequestContext,
  { token: typed, username, password }: Input,
): Promise<Outcome> {
  const token = readToken(typed);
  if (token instanceof InvalidInput) return token;
  const passwordMax = 2 * context.settings.passwordLength.max;
  if (password.length > passwordMax)
    return new PasswordRejected([
      say().accounts.useAtMostCharacters({ max: context.settings.passwordLength.max }),
    ]);
  const invalid = checkText(
    { field: 'username', text: username, max: TYPED_MAX.username, fault: usernameFault },
    { field: 'password', text: password, max: passwordMax, mayBeEmpty: true },
  );
  if (invalid) return invalid;
  const link = await findLoginLink(context, token, 'INVITE');
  const problem = problemOf(link, context.clock.now());
  if (!link || problem) return LoginLinkUnusable.invite(problem ?? 'EXPIRED');
  const { account } = link;
  if (isCoachOfPractice(context.viewer, account)) {
    await reportOpenedByCoach(context, link);
    return LoginLinkUnusable.invite('COACH_LOGGED_IN');
  }
  // Estimating takes time that others wait for, and "taken" tells that a name exists: so many tries, and no more.
  const retryAt = await context.limits.take('newPasswordsPerAccount', account.id);
  if (retryAt) return new TooManyAttempts(retryAt);
  const owner = { ...account, username, practiceName: account.practice.name };
  const faults = await newPasswordFaults(context, password, owner);
  if (faults.length > 0) return new PasswordRejected(faults);
  const passwordHash = await context.passwords.hash(password);
  const names = { username: displayUsername(username), usernameKey: usernameKey(username) };
  return tryUsername(context, account.practice.id, () => register(context, link, { ...names, passwordHash }));
}

/** The unique index decides about the name; if it is taken the whole transaction is undone, and the invite is good still. */
async function register(
  context: RequestContext,
  link: FoundLink,
  credentials: { username: string; usernameKey: string; passwordHash: string },
): Promise<LoggedIn | LoginLinkUnusable | UsernameTaken> {
  try {
    const opened = await inTransaction(context, async (inside) => {
      const spent = await spendLink(inside, link);
      if (!spent) return null;
      // Their pages and letters go on in the language in which they came in.
      const language = context.askedLanguage ? { locale: context.askedLanguage } : {};
      await inside.em.nativeUpdate(Account, { id: spent.accountId }, { ...credentials, ...language });
      const login = { ...spent, method: 'LOGIN_LINK', mayReplacePassword: false } as const;
      return openSessionOrAskSecondStep(inside, login);
    });
    if (!opened) return LoginLinkUnusable.invite('EXPIRED');
    const outcome = answerLogin(context, opened);
    // Who has never logged in can't have set one up.
    if (!(outcome instanceof LoggedIn)) throw new Error('An unregistered account with a second step');
    return outcome;
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) return new UsernameTaken();
    throw error;
  }
}
