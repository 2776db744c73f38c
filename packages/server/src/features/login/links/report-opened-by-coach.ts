import { recordAccessEvent, securityLetterQueue } from '../../accounts/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { RequestContext } from '../../../request-context.ts';
import type { FoundLink } from './find-login-link.ts';
import { noteOpenedByCoach } from './link-store.ts';

/** Tells the client, in diary and letter, that their link or invite was opened where a coach is logged in: once for each link. */
export async function reportOpenedByCoach(
  context: RequestContext,
  { id, purpose, account }: FoundLink,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    if (!(await noteOpenedByCoach(inside, id))) return;
    await tellClientOfCoach(
      inside,
      account.id,
      purpose === 'INVITE' ? 'INVITE_OPENED_BY_COACH' : 'LINK_OPENED_BY_COACH',
    );
  });
}

/** The same of a login code that was right. */
export function reportCodeOfCoach(context: RequestContext, accountId: string): Promise<void> {
  return inTransaction(context, (inside) => tellClientOfCoach(inside, accountId, 'LINK_OPENED_BY_COACH'));
}

async function tellClientOfCoach(
  { em, clock, device, viewer, jobs }: RequestContext,
  accountId: string,
  kind: 'LINK_OPENED_BY_COACH' | 'INVITE_OPENED_BY_COACH',
): Promise<void> {
  const actor = { actor: 'COACH', actorAccountId: viewer?.account.id ?? '' } as const;
  await recordAccessEvent(em, clock, { accountId, kind: 'LOGIN_LINK_OPENED_BY_COACH', device, ...actor });
  const facts = { accountId, at: clock.now().toISOString(), device };
  await jobs.enqueue(em, securityLetterQueue, { kind, ...facts });
}
