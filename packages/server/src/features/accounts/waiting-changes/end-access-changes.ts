import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { AccessChange } from './access-change.entity.ts';
import { noteWaitingChanges } from '../standing/index.ts';
import { recordAccessEvent } from '../access-diary/index.ts';
import { securityLetterQueue } from '../security-letter-job.ts';
import { changeEndedForCoachQueue } from './change-ended-for-coach-queue.ts';

interface Tools {
  em: SqlEntityManager;
  clock: Clock;
  jobs: Jobs;
  device?: string;
  browserHash?: string | null;
}

interface Ending {
  accountId: string;
  as: Exclude<NonNullable<AccessChange['endedAs']>, 'DONE'>;
  /** Left out: changes of every kind. */
  kind?: AccessChange['kind'];
  /** Left out: whoever asked for it. */
  askedBy?: AccessChange['askedBy'];
  actor: 'OWNER' | 'COACH' | 'SYSTEM';
  actorAccountId?: string;
}

type Ended = { kind: AccessChange['kind']; asked_by: AccessChange['askedBy'] };

const END = `
  update access_change set ended_at = ?, ended_as = ?
   where account_id = ? and ended_at is null and (expires_at is null or expires_at > ?)
     and (?::text is null or kind = ?) and (?::text is null or asked_by = ?)
  returning kind, asked_by`;

/**
 * Ends what waits for this account, in the running transaction: told in the diary, and by letter where a fresh start was
 * under way, and to a coach who did not end it themselves. What a newer change replaces ends without a word, as the newer one is told.
 */
export async function endAccessChanges(tools: Tools, ending: Ending): Promise<void> {
  const { em, clock, jobs, device, browserHash } = tools;
  const { accountId, as, kind = null, askedBy = null, actor, actorAccountId } = ending;
  const now = clock.now();
  const values = [now, as, accountId, now, kind, kind, askedBy, askedBy];
  const ended = await em.execute<Ended[]>(END, values);
  if (ended.length > 0) await noteWaitingChanges(em, accountId);
  if (as === 'REPLACED') return;
  for (const change of ended) {
    const isFreshStart = change.kind === 'FRESH_START';
    await recordAccessEvent(em, clock, {
      accountId,
      kind: isFreshStart ? 'FRESH_START_CANCELLED' : 'EMAIL_CHANGE_STOPPED',
      actor,
      ...(actorAccountId ? { actorAccountId } : {}),
      device: device ?? null,
      browserHash: browserHash ?? null,
    });
    if (change.asked_by === 'COACH' && actor !== 'COACH')
      await jobs.enqueue(em, changeEndedForCoachQueue, {
        accountId,
        kind: change.kind,
        at: now.toISOString(),
      });
    if (!isFreshStart && as !== 'STOPPED') continue;
    await jobs.enqueue(em, securityLetterQueue, {
      kind: isFreshStart ? 'FRESH_START_CANCELLED' : 'EMAIL_CHANGE_STOPPED',
      accountId,
      at: now.toISOString(),
      device: device ?? '',
    });
  }
}

const FRESH_START_WAITS = `
  select 1 from access_change where account_id = ? and kind = 'FRESH_START' and ended_at is null`;

/**
 * A right password is the owner, whether or not it gets them in: a fresh start that waits ends. Outside of any
 * transaction; a login does the same in its own, see openSession.
 */
export async function endFreshStartOfOwner(tools: Tools, accountId: string): Promise<void> {
  const waiting = await tools.em.execute<unknown[]>(FRESH_START_WAITS, [accountId]);
  if (waiting.length === 0) return;
  await inTransaction(tools, (inside) =>
    endAccessChanges(inside, { accountId, as: 'CANCELLED', kind: 'FRESH_START', actor: 'OWNER' }),
  );
}
