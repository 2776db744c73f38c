import { recordAccessEvent, securityLetterQueue } from '../accounts/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { RequestContext } from '../../request-context.ts';
import type { FoundLink } from './find-login-link.ts';
import { LoginLink } from './login-link.entity.ts';

/** Tells the client, in diary and letter, that their link or invite was opened where a coach is logged in: once for each link. */
export async function reportOpenedByCoach(
  context: RequestContext,
  { id, purpose, account }: FoundLink,
): Promise<void> {
  await inTransaction(context, async ({ em, clock, device, viewer, jobs }) => {
    const now = clock.now();
    const firstTime = await em.nativeUpdate(
      LoginLink,
      { id, openedByCoachAt: null },
      { openedByCoachAt: now },
    );
    if (firstTime === 0) return;
    const actor = { actor: 'COACH', actorAccountId: viewer?.account.id ?? '' } as const;
    await recordAccessEvent(em, clock, {
      accountId: account.id,
      kind: 'LOGIN_LINK_OPENED_BY_COACH',
      device,
      ...actor,
    });
    const facts = { accountId: account.id, at: now.toISOString(), device };
    const kind = purpose === 'INVITE' ? 'INVITE_OPENED_BY_COACH' : 'LINK_OPENED_BY_COACH';
    await jobs.enqueue(em, securityLetterQueue, { kind, ...facts });
  });
}
