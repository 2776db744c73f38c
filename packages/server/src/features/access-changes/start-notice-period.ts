import { accessChangeStore, endAccessChanges, lockAccount, type AccessChange } from '../accounts/index.ts';
import { later } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Mechanisms } from '../../request-context.ts';
import type { ChangeLetterJob } from './change-letter-queue.ts';
import type { FoundChange } from './find-change-link.ts';

type Notice = 'NOTICE' | 'REMINDER';
type Tools = Pick<Mechanisms, 'clock' | 'settings'>;

/** When a fresh start takes effect if this notice goes now: one that had to wait moves the end along. */
export function effectDateIfNoticedNow(
  { clock, settings }: Tools,
  { takesEffectAt }: Pick<AccessChange, 'takesEffectAt'>,
  notice: Notice,
): Date {
  const { noticeMs, remindAfterMs } = settings.freshStart;
  if (notice === 'NOTICE') return later(clock.now(), noticeMs);
  const soonest = later(clock.now(), noticeMs - remindAfterMs);
  return takesEffectAt && takesEffectAt > soonest ? takesEffectAt : soonest;
}

/**
 * Follows the job of each letter, once the provider has it: by this try, or by one before whose answer got lost. Only
 * now the days of a fresh start are counted; a notice that never went leaves it waiting, see enqueueDueFreshStarts.
 */
export async function startNoticePeriod(
  worker: Mechanisms,
  { changeId, letter }: ChangeLetterJob,
): Promise<void> {
  if (letter !== 'NOTICE' && letter !== 'REMINDER') return;
  const soonest = effectDateIfNoticedNow(worker, { takesEffectAt: null }, letter);
  if (letter === 'REMINDER') return accessChangeStore.noteReminded(worker, changeId, soonest);
  const remindAt = later(worker.clock.now(), worker.settings.freshStart.remindAfterMs);
  await accessChangeStore.noteNoticed(worker, changeId, { takesEffectAt: soonest, remindAt });
}

/** The provider will never take the notice: a fresh start of which nobody can be told does not happen. The coach hears. */
export async function endUntold(worker: Mechanisms, { account }: FoundChange): Promise<void> {
  await inTransaction(worker, async (inside) => {
    await lockAccount(inside.em, account.id);
    const by = { as: 'WITHDRAWN', actor: 'SYSTEM' } as const;
    await endAccessChanges(inside, { accountId: account.id, kind: 'FRESH_START', ...by });
  });
}
