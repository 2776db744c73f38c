import { Account, endAccessChanges, insertAccessChange, recordAccessEvent } from '../accounts/index.ts';
import { later } from '../../platform/clock.ts';
import type { RequestContext } from '../../request-context.ts';
import { changeLetterQueue } from './change-letter-queue.ts';

interface NewChange {
  accountId: string;
  email: string;
  /** Null: the owner asks. */
  coachId: string | null;
}

/**
 * Begins an email change in the running transaction, the account locked: a confirmation to the new address, a notice with
 * a stop link to the old one. The asker's own change of before gives way; the other's stays, so that a coach can't take
 * away what the owner asked for.
 */
export async function beginEmailChange(
  inside: RequestContext,
  { accountId, email, coachId }: NewChange,
): Promise<void> {
  const { em, clock, jobs, settings, device, browserHash } = inside;
  const askedBy = coachId === null ? 'OWNER' : 'COACH';
  const actor = { actor: askedBy, ...(coachId === null ? {} : { actorAccountId: coachId }) } as const;
  const account = await em.findOneOrFail(Account, { id: accountId }, { refresh: true });
  await endAccessChanges(inside, { accountId, as: 'REPLACED', kind: 'EMAIL_CHANGE', askedBy, ...actor });
  const changeId = await insertAccessChange(inside, {
    accountId,
    kind: 'EMAIL_CHANGE',
    askedBy,
    askedByAccountId: coachId ?? accountId,
    oldEmail: account.email,
    newEmail: email.trim(),
    expiresAt: later(clock.now(), settings.confirmEmailLifeMs),
    takesEffectAt: null,
  });
  await recordAccessEvent(em, clock, {
    accountId,
    kind: coachId === null ? 'EMAIL_CHANGE_REQUESTED' : 'EMAIL_CHANGE_PROPOSED',
    ...actor,
    // A coach's device is none of the client's business.
    ...(coachId === null ? { device, browserHash } : {}),
  });
  for (const letter of ['NOTICE', 'CONFIRM'] as const)
    await jobs.enqueue(em, changeLetterQueue, { changeId, letter });
}
