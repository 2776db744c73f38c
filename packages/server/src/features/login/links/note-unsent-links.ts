import type { Mechanisms } from '../../../request-context.ts';
import { LoginLink } from './login-link.entity.ts';

/** The mails of these deliveries did not go: their links stand in no diary. Never deleted, since one may have arrived. */
export async function noteUnsentLinks(
  { em, clock }: Pick<Mechanisms, 'em' | 'clock'>,
  deliveryIds: string[],
): Promise<void> {
  if (deliveryIds.length === 0) return;
  const unsent = { deliveryId: { $in: deliveryIds }, usedAt: null, notSentAt: null };
  await em.nativeUpdate(LoginLink, unsent, { notSentAt: clock.now() });
}
