import { recordAccessEvents } from '../../accounts/index.ts';
import { noteUnsentLinks } from '../../login/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Log } from '../../../platform/log.ts';
import type { Mailer } from '../../../platform/mail/mail.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { markSent, settle, type ClaimedDelivery, type SentDelivery } from './claims.ts';

/** What those who deliver have at hand. */
export type Deliverer = Mechanisms & { post: Mailer; log: Log };

type Tools = Pick<Mechanisms, 'em' | 'clock'>;

/** The provider has these. Where its event was faster than its answer, the event has done the same. */
export async function settleSent(worker: Deliverer, claims: readonly ClaimedDelivery[]): Promise<void> {
  await inTransaction(worker, async (inside) => recordLinksSent(inside, await markSent(inside, claims)));
}

/** A login link that a mail carried stands in its reader's diary. */
export function recordLinksSent({ em, clock }: Tools, deliveries: readonly SentDelivery[]): Promise<void> {
  const events = deliveries
    .filter(({ carriesLink }) => carriesLink)
    .map(({ clientId, coachId }) => ({
      accountId: clientId,
      kind: 'LOGIN_LINK_SENT_BY_COACH' as const,
      actor: 'COACH' as const,
      actorAccountId: coachId,
    }));
  return recordAccessEvents(em, clock, events);
}

/** It will not go: with the reason, and with a link that nobody got. */
export async function settleFailed(worker: Deliverer, claim: ClaimedDelivery, reason: string): Promise<void> {
  const failed = {
    state: 'FAILED',
    uncertainSince: null,
    reason: reason.slice(0, 300).toWellFormed(),
  } as const;
  if (await settle(worker, claim, failed)) await noteUnsent(worker, [claim]);
}

/** What is known of the tries before this one: where none may have gone, nobody has their links. */
export function noteUnsent(tools: Tools, claims: ClaimedDelivery[]): Promise<void> {
  const refused = claims.filter(({ uncertainSince }) => uncertainSince === null);
  return noteUnsentLinks(
    tools,
    refused.map(({ id }) => id),
  );
}
