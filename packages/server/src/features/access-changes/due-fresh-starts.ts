import {
  Account,
  emailKey,
  endAccessChanges,
  firstUsername,
  lockAccount,
  recordAccessEvent,
  usernameKey,
} from '../accounts/index.ts';
import { DAY_MS, later } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Queue } from '../../platform/jobs/jobs.ts';
import type { Mechanisms } from '../../request-context.ts';
import { changeLetterQueue } from './change-letter-queue.ts';
import { endEverything } from '../login/index.ts';

interface Due {
  id: string;
  account_id: string;
  new_email: string;
}

export const dueChangesQueue: Queue<object> = { name: 'access-changes-due', isSignal: true };

const IS_DUE = `
  select 1 from access_change
   where kind = 'FRESH_START' and ended_at is null
     and ((reminded_at is null and remind_at <= ?)
       or (takes_effect_at <= ? and (reminded_at is not null or noticed_at is null))) limit 1`;

// No job is tried for so long: a letter that did not go by then is begun anew.
const LETTER_GIVEN_UP_MS = 2 * DAY_MS;

// The times of a notice are set once it has gone, see countFromNotice; without them nothing takes effect.
const NOTICE = `
  update access_change set takes_effect_at = ?
   where kind = 'FRESH_START' and ended_at is null and noticed_at is null and takes_effect_at <= ? returning id`;

// One that comes late moves the end along.
const REMIND = `
  update access_change set remind_at = ?, takes_effect_at = greatest(takes_effect_at, ?)
   where kind = 'FRESH_START' and ended_at is null and reminded_at is null and remind_at <= ? returning id`;

const DUE = `
  select id, account_id, new_email from access_change
   where kind = 'FRESH_START' and ended_at is null and reminded_at is not null and takes_effect_at <= ?
   order by takes_effect_at limit 100`;

const TAKE = `
  update access_change set ended_at = ?, ended_as = 'DONE'
   where id = ? and ended_at is null and takes_effect_at <= ? returning id`;

/** Queues one job if a fresh start, or one of its notices, has come due. */
export async function enqueueDueChanges({
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
    const untold = await em.execute<Pick<Due, 'id'>[]>(NOTICE, [later(now, noticeMs), now]);
    const ends = [later(now, LETTER_GIVEN_UP_MS), later(now, noticeMs - remindAfterMs)];
    const reminded = await em.execute<Pick<Due, 'id'>[]>(REMIND, [...ends, now]);
    for (const { id } of untold)
      await jobs.enqueue(em, changeLetterQueue, { changeId: id, letter: 'NOTICE' });
    for (const { id } of reminded)
      await jobs.enqueue(em, changeLetterQueue, { changeId: id, letter: 'REMINDER' });
  });
  for (const due of await worker.em.execute<Due[]>(DUE, [now]))
    await inTransaction(worker, (inside) => takeOne(inside, due));
}

/** A coach of another practice is not named to the one who asks: it looks as if the client had come at the last moment. */
async function takeOne(inside: Mechanisms, due: Due): Promise<void> {
  const { em } = inside;
  const accountId = due.account_id;
  await lockAccount(em, accountId);
  if ((await em.count(Account, { role: 'COACH', emailKey: emailKey(due.new_email) })) === 0)
    return startOver(inside, due);
  await endAccessChanges(inside, { accountId, as: 'CANCELLED', kind: 'FRESH_START', actor: 'SYSTEM' });
}

/** The old way in dies, the new one is an invite: nothing if the client showed up at the last moment. */
async function startOver(inside: Mechanisms, due: Due): Promise<void> {
  const { em, clock, jobs } = inside;
  const now = clock.now();
  const { id: changeId, account_id: accountId, new_email: newEmail } = due;
  const taken = await em.execute<unknown[]>(TAKE, [now, changeId, now]);
  if (taken.length === 0) return;
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
