import { recordAccessEvent } from '../../accounts/index.ts';
import { carriesLink, noteUnsentLinks } from '../../login/index.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Log } from '../../../platform/log.ts';
import type { Mailer } from '../../../platform/mail/mail.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { settle, type ClaimedDelivery } from './delivery-store.ts';
import { Message } from '../writing/index.ts';

/** What those who deliver have at hand. */
export type Deliverer = Mechanisms & { post: Mailer; log: Log };

type Tools = Pick<Mechanisms, 'em' | 'clock'>;

/** The provider has it. Where its event was faster than its answer, the event has done the same. */
export async function settleSent(worker: Deliverer, claim: ClaimedDelivery): Promise<void> {
  const sent = { state: 'SENT', uncertainSince: null, reason: null } as const;
  await inTransaction(worker, async (inside) => {
    if (await settle(inside, claim, sent)) await recordLinkSent(inside, claim);
  });
}

type Sent = Pick<ClaimedDelivery, 'id' | 'clientId' | 'messageId'>;

/** A login link that a mail carried stands in its reader's diary. */
export async function recordLinkSent({ em, clock }: Tools, delivery: Sent): Promise<void> {
  if (!(await carriesLink({ em }, delivery.id))) return;
  const { coach } = await em.findOneOrFail(Message, { id: delivery.messageId }, { fields: ['coach'] });
  await recordAccessEvent(em, clock, {
    accountId: delivery.clientId,
    kind: 'LOGIN_LINK_SENT_BY_COACH',
    actor: 'COACH',
    actorAccountId: coach.id,
  });
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
