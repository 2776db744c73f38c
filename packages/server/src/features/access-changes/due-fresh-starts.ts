import {
  accessChangeStore,
  Account,
  emailKey,
  endAccessChanges,
  firstUsername,
  lockAccount,
  recordAccessEvent,
  usernameKey,
} from '../accounts/index.ts';
import { later } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Queue } from '../../platform/jobs/jobs.ts';
import type { Mechanisms } from '../../request-context.ts';
import { changeLetterQueue } from './change-letter-queue.ts';
import { endEveryWayIn } from '../login/index.ts';

export const dueFreshStartsQueue: Queue<object> = { name: 'access-changes-due', isSignal: true };

/** Queues one job if a fresh start, or one of its notices, has come due. */
export async function enqueueDueFreshStarts(tools: Pick<Mechanisms, 'em' | 'clock' | 'jobs'>): Promise<void> {
  if (await accessChangeStore.isFreshStartDue(tools))
    await tools.jobs.enqueue(tools.em, dueFreshStartsQueue, {});
}

/** The job behind the queue. Each is taken once, by whoever is first. */
export async function runDueFreshStarts(worker: Mechanisms): Promise<void> {
  const now = worker.clock.now();
  const { noticeMs, remindAfterMs, remindAgainAfterMs } = worker.settings.freshStart;
  await inTransaction(worker, async (inside) => {
    const untold = await accessChangeStore.putOffUntold(inside, later(now, noticeMs));
    const reminded = await accessChangeStore.takeReminders(inside, {
      remindAgainAt: later(now, remindAgainAfterMs),
      soonestEffect: later(now, noticeMs - remindAfterMs),
    });
    const { em, jobs } = inside;
    for (const changeId of untold) await jobs.enqueue(em, changeLetterQueue, { changeId, letter: 'NOTICE' });
    for (const changeId of reminded)
      await jobs.enqueue(em, changeLetterQueue, { changeId, letter: 'REMINDER' });
  });
  for (const due of await accessChangeStore.findDueFreshStarts(worker))
    await inTransaction(worker, (inside) => runOne(inside, due));
}

/**
 * Where the new address has come to be a coach's, the fresh start is cancelled as if the client had logged in: the coach who
 * asked must not learn who is a coach elsewhere.
 */
async function runOne(inside: Mechanisms, due: accessChangeStore.DueFreshStart): Promise<void> {
  const { em } = inside;
  const { accountId, newEmail } = due;
  await lockAccount(em, accountId);
  if ((await em.count(Account, { role: 'COACH', emailKey: emailKey(newEmail) })) === 0)
    return startOver(inside, due);
  await endAccessChanges(inside, { accountId, as: 'CANCELLED', kind: 'FRESH_START', actor: 'SYSTEM' });
}

/** The old way in dies, the new one is an invite: nothing if the client showed up at the last moment. */
async function startOver(inside: Mechanisms, due: accessChangeStore.DueFreshStart): Promise<void> {
  const { em, clock, jobs } = inside;
  const { id: changeId, accountId, newEmail } = due;
  if (!(await accessChangeStore.takeFreshStart(inside, due))) return;
  await endEveryWayIn(inside, accountId);
  await endAccessChanges(inside, { accountId, as: 'REPLACED', actor: 'SYSTEM' });
  const username = firstUsername();
  await em.nativeUpdate(
    Account,
    { id: accountId },
    {
      email: newEmail,
      emailKey: emailKey(newEmail),
      emailState: 'UNKNOWN',
      emailStateAt: null,
      username,
      usernameKey: usernameKey(username),
      passwordHash: null,
      loginLinkPolicy: 'ALLOWED',
      // They come in by the invite, as for the first time; see hasEverRegistered for what stays.
      registeredAt: null,
    },
  );
  await recordAccessEvent(em, clock, { accountId, kind: 'FRESH_START_DONE', actor: 'SYSTEM' });
  for (const letter of ['DONE', 'INVITE'] as const)
    await jobs.enqueue(em, changeLetterQueue, { changeId, letter });
}
