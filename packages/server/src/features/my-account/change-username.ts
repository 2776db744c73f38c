import { UniqueConstraintViolationException } from '@mikro-orm/core';
import {
  Account,
  displayUsername,
  recordAccessEvent,
  securityLetterQueue,
  usernameFault,
  usernameKey,
  TYPED_MAX,
  UsernameTaken,
  type MyAccountChanged,
  tryUsername,
} from '../accounts/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { checkText } from '../../platform/graphql/text-input.ts';
import { TooManyAttempts, type InvalidInput } from '../../platform/graphql/user-errors.types.ts';
import type { RequestContext } from '../../request-context.ts';
import { reloadedAccount, lockAccountOfSession } from '../login/index.ts';
import type { Viewer } from '../../viewer.ts';

type Outcome = MyAccountChanged | InvalidInput | UsernameTaken | TooManyAttempts;

/** A new username, kept as typed. Counted, so that nobody learns from refusals which names exist. */
export async function changeUsername(
  context: RequestContext,
  viewer: Viewer,
  username: string,
): Promise<Outcome> {
  const invalid = checkText({
    field: 'username',
    text: username,
    max: TYPED_MAX.username,
    fault: usernameFault,
  });
  if (invalid) return invalid;
  if (displayUsername(username) === viewer.account.username) return reloadedAccount(context);
  const retryAt = await context.limits.take('usernameChangesPerAccount', viewer.account.id);
  if (retryAt) return new TooManyAttempts(retryAt);
  return tryUsername(context, viewer.practice.id, async () => {
    try {
      await rename(context, viewer, username);
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) return new UsernameTaken();
      throw error;
    }
    return reloadedAccount(context);
  });
}

/** The unique index on the key decides, so that two requests at once can't both have the name. */
async function rename(context: RequestContext, viewer: Viewer, username: string): Promise<void> {
  const accountId = viewer.account.id;
  await inTransaction(context, async ({ em, clock, jobs, device, browserHash }) => {
    await lockAccountOfSession(em, viewer);
    const names = { username: displayUsername(username), usernameKey: usernameKey(username) };
    await em.nativeUpdate(Account, { id: accountId }, names);
    await recordAccessEvent(em, clock, {
      accountId,
      kind: 'USERNAME_CHANGED',
      actor: 'OWNER',
      device,
      browserHash,
    });
    const at = clock.now().toISOString();
    const told = { kind: 'USERNAME_CHANGED', accountId, at, device, username: names.username } as const;
    await jobs.enqueue(em, securityLetterQueue, told);
  });
}
