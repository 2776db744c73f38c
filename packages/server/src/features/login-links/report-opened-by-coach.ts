import { recordAccessEvent, securityLetterQueue } from '../accounts/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { RequestContext } from '../../request-context.ts';
import type { FoundLink } from './find-login-link.ts';
import { LoginLink } from './login-link.entity.ts';

/** Tells the client, in diary and letter, that their link was opened where a coach is logged in: once for each link. */
export async function reportOpenedByCoach(
  context: RequestContext,
  { id, account }: FoundLink,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const now = inside.clock.now();
    const firstTime = await inside.em.nativeUpdate(
      LoginLink,
      { id, openedByCoachAt: null },
      { openedByCoachAt: now },
    );
    if (firstTime > 0) await tellOfCoach(inside, account.id);
  });
}

/** The same of a login code that was right. */
export function reportCodeOfCoach(context: RequestContext, accountId: string): Promise<void> {
  return inTransaction(context, (inside) => tellOfCoach(inside, accountId));
}

async function tellOfCoach(
  { em, clock, device, viewer, jobs }: RequestContext,
  accountId: string,
): Promise<void> {
  const actor = { actor: 'COACH', actorAccountId: viewer?.account.id ?? '' } as const;
  await recordAccessEvent(em, clock, { accountId, kind: 'LOGIN_LINK_OPENED_BY_COACH', device, ...actor });
  const facts = { accountId, at: clock.now().toISOString(), device };
  await jobs.enqueue(em, securityLetterQueue, { kind: 'LINK_OPENED_BY_COACH', ...facts });
}
