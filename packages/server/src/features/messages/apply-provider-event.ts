import { Account, emailKey } from '../accounts/index.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { isId } from '../../platform/graphql/connection.types.ts';
import type { ProviderEvent } from '../../platform/mail/mailgun-event.ts';
import type { Mechanisms } from '../../request-context.ts';

const SEE = `insert into seen_provider_event (token, seen_at) values (?, ?) on conflict (token) do nothing returning token`;

// Forward only, and only where mail and address are both the ones that were sent.
const MOVE = `
  update delivery set state = ?, reason = ?, updated_at = ?, claimed_until = null, uncertain_since = null
   where id = ? and lower(email) = ? and state = any(string_to_array(?, ','))`;

const FROM = { DELIVERED: 'QUEUED,SENT', BOUNCED: 'QUEUED,SENT,DELIVERED', COMPLAINED: '' };

/** Moves a delivery on and marks the address, once for each event: what is seen before is remembered with what it did. */
export function applyProviderEvent(context: Mechanisms, event: ProviderEvent): Promise<void> {
  return inTransaction(context, async ({ em, clock }) => {
    const now = clock.now();
    const fresh = await em.execute<unknown[]>(SEE, [event.token, now]);
    if (fresh.length === 0 || event.kind === 'OTHER') return;
    const key = emailKey(event.recipient);
    if (isId(event.mailId) && event.kind !== 'COMPLAINED') {
      const reason = event.kind === 'BOUNCED' ? (event.reason ?? 'The mail came back.') : null;
      await em.execute(MOVE, [event.kind, reason, now, event.mailId, key, FROM[event.kind]], 'run');
    }
    await em.nativeUpdate(Account, { emailKey: key }, { emailState: event.kind });
  });
}
