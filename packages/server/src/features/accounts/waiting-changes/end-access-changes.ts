import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { endWaiting, freshStartWaits, type Ending } from './access-change-store.ts';
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

interface ToldEnding extends Ending {
  actor: 'OWNER' | 'COACH' | 'SYSTEM';
  actorAccountId?: string;
}

/**
 * Ends what waits for this account, in the running transaction: told in the diary, and by letter where a fresh start was
 * under way, and to a coach who did not end it themselves. What a newer change replaces ends without a word, as the newer one is told.
 */
export async function endAccessChanges(tools: Tools, ending: ToldEnding): Promise<void> {
  const { em, clock, jobs, device, browserHash } = tools;
  const { accountId, as, actor, actorAccountId } = ending;
  const ended = await endWaiting(tools, ending);
  if (as === 'REPLACED') return;
  const now = clock.now();
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
    if (change.askedBy === 'COACH' && actor !== 'COACH')
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

/** Its owner came, and whoever can come needs no fresh start: in the running transaction. */
export async function endFreshStart(inside: Tools, accountId: string): Promise<void> {
  await endAccessChanges(inside, { accountId, as: 'CANCELLED', kind: 'FRESH_START', actor: 'OWNER' });
}

/**
 * A right password is the owner, whether or not it gets them in: a fresh start that waits ends. Outside of any
 * transaction; a login does the same in its own, see openSession.
 */
export async function endFreshStartOfOwner(tools: Tools, accountId: string): Promise<void> {
  if (!(await freshStartWaits(tools, accountId))) return;
  await inTransaction(tools, (inside) => endFreshStart(inside, accountId));
}
