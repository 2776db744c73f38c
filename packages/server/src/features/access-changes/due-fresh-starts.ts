import {
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
import { endEverything } from './end-everything.ts';

export const dueChangesQueue: Queue<object> = { name: 'access-changes-due', isSignal: true };

const IS_DUE = `
  select 1 from access_change
   where kind = 'FRESH_START' and ended_at is null
     and ((reminded_at is null and remind_at <= ?) or (reminded_at is not null and takes_effect_at <= ?)) limit 1`;

// The first notice sets remind_at when it goes; a second one that comes late moves the end along.
const REMIND = `
  update access_change set reminded_at = ?, takes_effect_at = greatest(takes_effect_at, ?)
   where kind = 'FRESH_START' and ended_at is null and reminded_at is null and remind_at <= ? returning id`;

const DUE = `
  select id, account_id from access_change
   where kind = 'FRESH_START' and ended_at is null and reminded_at is not null and takes_effect_at <= ?
   order by takes_effect_at limit 100`;

const TAKE = `
  update access_change set ended_at = ?, ended_as = 'DONE'
   where id = ? and ended_at is null and takes_effect_at <= ? returning new_email`;

/** Queues one job if a fresh start, or its second notice, has come due. */
export async function tellDueChanges({
  em,
  clock,
  jobs,
}: Pick<Mechanisms, 'em' | 'clock' | 'jobs'>): Promise<void> {
  const now = clock.now();
  const due = await em.execute<unknown[]>(IS_DUE, [now, now]);
  if (due.length > 0) await jobs.enqueue(em, dueChangesQueue, {});
}

/** The job behind the queue. Each is taken once, by whoever is first. */
export async function takeDueChanges(worker: Mechanisms): Promise<void> {
  const now = worker.clock.now();
  const { noticeMs, remindAfterMs } = worker.settings.freshStart;
  await inTransaction(worker, async ({ em, jobs }) => {
    const reminded = await em.execute<{ id: string }[]>(REMIND, [
      now,
      later(now, noticeMs - remindAfterMs),
      now,
    ]);
    for (const { id } of reminded)
      await jobs.enqueue(em, changeLetterQueue, { changeId: id, letter: 'REMINDER' });
  });
  const due = await worker.em.execute<{ id: string; account_id: string }[]>(DUE, [now]);
  for (const { id, account_id } of due)
    await inTransaction(worker, (inside) => startOver(inside, id, account_id));
}

/** The old way in dies, the new one is an invite: nothing if the client showed up at the last moment. */
async function startOver(inside: Mechanisms, changeId: string, accountId: string): Promise<void> {
  const { em, clock, jobs } = inside;
  const now = clock.now();
  await lockAccount(em, accountId);
  const taken = await em.execute<{ new_email: string }[]>(TAKE, [now, changeId, now]);
  const newEmail = taken[0]?.new_email;
  if (newEmail === undefined) return;
  await endEverything(inside, accountId);
  await endAccessChanges(inside, { accountId, as: 'REPLACED', actor: 'SYSTEM' });
  const username = firstUsername();
  await em.nativeUpdate(
    Account,
    { id: accountId },
    {
      email: newEmail,
      emailKey: emailKey(newEmail),
      emailState: 'UNKNOWN',
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
