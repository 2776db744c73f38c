import { recordAccessEvent } from './access-diary/index.ts';
import { securityLetterQueue, type SecurityLetterJob } from './security-letter-job.ts';
import type { RequestContext } from '../../request-context.ts';

type Event = Parameters<typeof recordAccessEvent>[2]['kind'];

/** What an owner changed, in their diary and in a letter to them, in the running transaction. */
export async function tellOwner(
  { em, clock, jobs, device, browserHash }: RequestContext,
  accountId: string,
  { event, letter }: { event: Event; letter: SecurityLetterJob['kind'] },
): Promise<void> {
  await recordAccessEvent(em, clock, { accountId, kind: event, actor: 'OWNER', device, browserHash });
  const at = clock.now().toISOString();
  await jobs.enqueue(em, securityLetterQueue, { kind: letter, accountId, at, device });
}
