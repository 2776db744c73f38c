import { later } from '../../../platform/clock.ts';
import { say } from '../../../platform/language/say.ts';
import type { Mechanisms } from '../../../request-context.ts';
import { MailPause } from './mail-pause.entity.ts';
import type { Deliverer } from './settle-delivery.ts';

const ID = 'messages';

/** What a call to the provider tells of the mails that come after it. */
export type Outcome =
  | { kind: 'TAKEN' }
  /** Something about this mail alone, nothing about the provider. */
  | { kind: 'THIS_MAIL' }
  /** No answer, or a fault of the provider's own. */
  | { kind: 'SILENT' }
  | { kind: 'CLOSED'; reason: MailPause['reason']; until?: Date; words: string };

type Tools = Pick<Mechanisms, 'em'>;

export function findMailPause({ em }: Tools): Promise<MailPause | null> {
  return em.findOne(MailPause, { id: ID }, { refresh: true });
}

/** Why a mail that has not been tried yet waits, in words for its coach. */
export function pauseWords({ reason }: Pick<MailPause, 'reason'>): string {
  return reason === 'REFUSED'
    ? say().messages.theMailProviderRefusesMail
    : say().messages.theMailProviderDoesNotTake;
}

export type Closed = Extract<Outcome, { kind: 'CLOSED' }>;

/** The provider takes our mail again, as the one that was tried has shown. The operator is told where it had refused us. */
export async function endPause(worker: Deliverer, { reason }: Pick<MailPause, 'reason'>): Promise<void> {
  const opened = await worker.em.nativeDelete(MailPause, { id: ID });
  if (opened > 0 && reason === 'REFUSED') worker.log.info('the mail provider takes our mail again');
}

// Another reason begins with short pauses again.
const CLOSE = `
  insert into mail_pause as p (id, reason, until, tries) values (?, ?, ?, 1)
  on conflict (id) do update set reason = excluded.reason, until = excluded.until,
    tries = case when p.reason = excluded.reason then p.tries + 1 else 1 end
  returning tries`;

/**
 * The provider takes none of our mail: nobody's goes, with pauses that grow. The operator is told of a refusal once, and
 * once when it is over.
 */
export async function pauseMail(
  { em, clock, log, settings }: Deliverer,
  { reason, until, words }: Closed,
): Promise<void> {
  const now = clock.now();
  const last = await findMailPause({ em });
  const tries = last?.reason === reason ? last.tries : 0;
  const { mostPauseMs, firstPauseMs } = settings.mailing;
  const grown = Math.min(mostPauseMs, firstPauseMs[reason] * 2 ** Math.min(tries, 10));
  const [row] = await em.execute<{ tries: number }[]>(CLOSE, [ID, reason, until ?? later(now, grown)]);
  if (reason === 'REFUSED' && row?.tries === 1)
    log.error({ reason: words }, 'the mail provider refuses us: all messages wait until that is mended');
}
